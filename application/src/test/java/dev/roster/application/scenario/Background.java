package dev.roster.application.scenario;

import java.util.Optional;

/** What can be there before a scenario starts, and how it is said. */
enum Background {
    USER("user {user} is {role}[ with e-mail {email}][ with password {password}]"),
    DEACTIVATED("{user} is deactivated"),
    WORKSPACE("workspace {workspace}"),
    MEMBER("{user} in {workspace}[ as {role}]"),
    ORGANIZATION_MEMBER("{user} in the organization[ as {role}]"),
    DATASET("dataset {dataset} in {workspace}"),
    ASSIGNED_DATASET("assigned dataset {dataset} in {workspace}"),
    RESTRICTED_DATASET("restricted dataset {dataset} in {workspace}"),
    ASSIGNMENT("{user} assigned to {dataset}"),
    GRANT("{user} granted {role} on {target}"),
    ROLE("role {role} of {permissions}");

    @SuppressWarnings("ImmutableEnumChecker") // a phrase never changes once it is made
    private final Phrase phrase;

    Background(String template) {
        this.phrase = new Phrase(template);
    }

    Optional<Words> read(String text) {
        return phrase.read(text);
    }
}
