package dev.roster.domain.access;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values by UUID: a hash table that never changes, for the one look-up that every decision makes. It keeps the ids as
 * bare numbers side by side, so that a miss touches one array and no object, which is most of the time a decision over
 * many users takes.
 */
final class ById<V> {
    private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;
    private static final int FEWEST_SLOTS = 4;

    private final long[] ids;
    private final Object[] values;
    private final int shift;

    private ById(Map<UUID, V> entries) {
        int slots = FEWEST_SLOTS;
        while (slots < entries.size() * 2) {
            slots *= 2;
        }
        this.ids = new long[slots * 2];
        this.values = new Object[slots];
        this.shift = Long.SIZE - Integer.numberOfTrailingZeros(slots);
        entries.forEach(this::put);
    }

    /** Null for no entries at all, which most users have of most kinds. */
    static <V> @Nullable ById<V> of(Map<UUID, V> entries) {
        return entries.isEmpty() ? null : new ById<>(entries);
    }

    private void put(UUID id, V value) {
        int slot = slotOf(id.getMostSignificantBits(), id.getLeastSignificantBits());
        ids[2 * slot] = id.getMostSignificantBits();
        ids[2 * slot + 1] = id.getLeastSignificantBits();
        values[slot] = value;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    V get(UUID id) {
        return (V) values[slotOf(id.getMostSignificantBits(), id.getLeastSignificantBits())];
    }

    /** The slot that holds the id, or the empty one where it would go. At least half of them are empty. */
    private int slotOf(long high, long low) {
        int last = values.length - 1;
        int slot = (int) (((high ^ low) * GOLDEN_RATIO) >>> shift);
        while ((ids[2 * slot] != high || ids[2 * slot + 1] != low) && values[slot] != null) {
            slot = (slot + 1) & last;
        }
        return slot;
    }

    Map<UUID, V> toMap() {
        Map<UUID, V> map = new HashMap<>();
        for (int slot = 0; slot < values.length; slot++) {
            @SuppressWarnings("unchecked")
            V value = (V) values[slot];
            if (value != null) {
                map.put(new UUID(ids[2 * slot], ids[2 * slot + 1]), value);
            }
        }
        return map;
    }
}
