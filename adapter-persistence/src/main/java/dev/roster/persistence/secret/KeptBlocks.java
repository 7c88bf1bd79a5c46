package dev.roster.persistence.secret;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.Block;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;

/**
 * The memory of one Argon2 hash at a time, kept for the next: 19 MiB allocated for each log-in would make the heap grow to many
 * times of what is in use. Blocks are wiped as they come back, since they were filled from a password. Not for two threads at
 * once.
 */
final class KeptBlocks implements BlockPool {
    private final Deque<Block> kept = new ArrayDeque<>();
    private final int most;

    /** Takes how many blocks of 1 KiB to keep; a hash that needs more allocates them, and they are let go after it. */
    KeptBlocks(int most) {
        this.most = most;
    }

    @Override
    public Block allocate() {
        Block block = kept.poll();
        return block == null ? new Block() : block;
    }

    @Override
    public void deallocate(Block block) {
        if (kept.size() < most) {
            kept.push(block.clear());
        }
    }
}
