package dev.roster.persistence.secret;

import dev.roster.application.contract.IdsContract;
import dev.roster.application.port.Ids;

class TimeOrderedIdsTest implements IdsContract {
    @Override
    public Ids ids() {
        return new TimeOrderedIds();
    }
}
