package dev.roster.example;

import static dev.roster.domain.role.RosterPermission.DATASET_READ;

import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Directory;
import dev.roster.domain.role.PermissionSet;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RoleId;
import dev.roster.domain.role.RoleName;
import java.util.UUID;

public class MayExport {
    public static void main(String[] arguments) {
        RegisteredPermission export = new RegisteredPermission("acme:export");
        Role exporter = Role.custom(
                new RoleId(UUID.randomUUID()), new RoleName("exporter"), PermissionSet.of(export, DATASET_READ));
        Directory directory = new Directory()
                .workspace("legal")
                .dataset("contracts", "legal")
                .user("ada", PredefinedRole.ANNOTATOR.role())
                .user("bob", PredefinedRole.MANAGER.role())
                .member("ada", "legal", exporter)
                .member("bob", "legal");
        System.out.println(directory.decide("ada", export, "contracts").reason());
        Decision decision = directory.decide("bob", export, "contracts");
        System.out.println(decision.reason());
        decision.refusal().ifPresent(denial -> System.out.println(denial.cause() + " " + denial.roles()));
    }
}
