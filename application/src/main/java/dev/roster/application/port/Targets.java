package dev.roster.application.port;

import dev.roster.domain.access.Target;
import java.util.Map;
import java.util.Set;

/** Things as the policy sees them, many at a time. */
public interface Targets {
    /** The targets of those references that exist, deleted users aside. The instance always exists. */
    Map<Target.Ref, Target> find(Set<Target.Ref> references);
}
