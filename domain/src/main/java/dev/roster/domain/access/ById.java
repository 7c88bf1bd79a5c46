package dev.roster.domain.access;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values by UUID: a hash table that never changes, for the one look-up that every decision makes. Over many users a
 * decision takes as long as the memory it touches is away, so the ids are bare numbers, and one entry, which is what most
 * users have, lies in the object itself.
 */
final class ById<V> {
    private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;

    private final long firstHigh;
    private final long firstLow;
    private final V first;
    private final @Nullable Slots<V> others;

    private ById(Map<UUID, V> entries) {
        Map.Entry<UUID, V> entry = entries.entrySet().iterator().next();
        this.firstHigh = entry.getKey().getMostSignificantBits();
        this.firstLow = entry.getKey().getLeastSignificantBits();
        this.first = entry.getValue();
        this.others = entries.size() == 1 ? null : new Slots<>(entries);
    }

    /** Null for no entries at all, which most users have of most kinds. */
    static <V> @Nullable ById<V> of(Map<UUID, V> entries) {
        return entries.isEmpty() ? null : new ById<>(entries);
    }

    @Nullable
    V get(UUID id) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        if (high == firstHigh && low == firstLow) {
            return first;
        }
        return others == null ? null : others.get(high, low);
    }

    Map<UUID, V> toMap() {
        Map<UUID, V> map = new HashMap<>();
        map.put(new UUID(firstHigh, firstLow), first);
        if (others != null) {
            others.putInto(map);
        }
        return map;
    }

    /** All entries, by open addressing; at least half of the slots are empty. */
    private static final class Slots<V> {
        private final long[] ids;
        private final Object[] values;
        private final int shift;

        Slots(Map<UUID, V> entries) {
            int slots = Integer.highestOneBit(entries.size() * 2 - 1) * 2;
            this.ids = new long[slots * 2];
            this.values = new Object[slots];
            this.shift = Long.SIZE - Integer.numberOfTrailingZeros(slots);
            entries.forEach(this::put);
        }

        private void put(UUID id, V value) {
            int slot = slotOf(id.getMostSignificantBits(), id.getLeastSignificantBits());
            ids[2 * slot] = id.getMostSignificantBits();
            ids[2 * slot + 1] = id.getLeastSignificantBits();
            values[slot] = value;
        }

        @SuppressWarnings("unchecked")
        @Nullable
        V get(long high, long low) {
            return (V) values[slotOf(high, low)];
        }

        /** The slot that holds the id, or the empty one where it would go. */
        private int slotOf(long high, long low) {
            int last = values.length - 1;
            int slot = (int) (((high ^ low) * GOLDEN_RATIO) >>> shift);
            while ((ids[2 * slot] != high || ids[2 * slot + 1] != low) && values[slot] != null) {
                slot = (slot + 1) & last;
            }
            return slot;
        }

        void putInto(Map<UUID, V> map) {
            for (int slot = 0; slot < values.length; slot++) {
                @SuppressWarnings("unchecked")
                V value = (V) values[slot];
                if (value != null) {
                    map.put(new UUID(ids[2 * slot], ids[2 * slot + 1]), value);
                }
            }
        }
    }
}
