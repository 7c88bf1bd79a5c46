package dev.roster.application.contract;

import dev.roster.application.given.Ports;

/** What the contracts of a store start from. */
interface StoreContract {
    /** An empty store as its first start leaves it: with the predefined roles, without any organization or user. */
    Ports ports();
}
