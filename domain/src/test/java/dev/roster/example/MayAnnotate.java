package dev.roster.example;

import static dev.roster.domain.role.RosterPermission.DATASET_ANNOTATE;

import dev.roster.domain.access.Directory;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.role.PredefinedRole;

public class MayAnnotate {
    public static void main(String[] arguments) {
        Directory directory = new Directory()
                .workspace("legal")
                .dataset("contracts", "legal", DatasetAccess.ASSIGNED)
                .user("ada", PredefinedRole.ANNOTATOR.role())
                .user("bob", PredefinedRole.ANNOTATOR.role())
                .member("ada", "legal")
                .member("bob", "legal")
                .assign("ada", "contracts");
        System.out.println(directory.allows("ada", DATASET_ANNOTATE, "contracts"));
        System.out.println(
                directory.decide("ada", DATASET_ANNOTATE, "contracts").reason());
        System.out.println(
                directory.decide("bob", DATASET_ANNOTATE, "contracts").reason());
    }
}
