package dev.roster.application.given;

import dev.roster.application.port.Actors;
import dev.roster.application.port.Annexes;
import dev.roster.application.port.Assignments;
import dev.roster.application.port.Attempts;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.Bearers;
import dev.roster.application.port.Contributions;
import dev.roster.application.port.Datasets;
import dev.roster.application.port.Grants;
import dev.roster.application.port.Ids;
import dev.roster.application.port.KnownAddresses;
import dev.roster.application.port.Memberships;
import dev.roster.application.port.OrganizationMemberships;
import dev.roster.application.port.Organizations;
import dev.roster.application.port.PasswordHasher;
import dev.roster.application.port.Passwords;
import dev.roster.application.port.Roles;
import dev.roster.application.port.SecretSource;
import dev.roster.application.port.Sessions;
import dev.roster.application.port.SetUpLinks;
import dev.roster.application.port.Targets;
import dev.roster.application.port.TokenVault;
import dev.roster.application.port.Transactions;
import dev.roster.application.port.UserTokens;
import dev.roster.application.port.Users;
import dev.roster.application.port.Workspaces;

/** Every port of one started store, and of the installation around it. */
public record Ports(
        Transactions transactions,
        Users users,
        Organizations organizations,
        OrganizationMemberships organizationMemberships,
        Workspaces workspaces,
        Memberships memberships,
        Datasets datasets,
        Assignments assignments,
        Contributions contributions,
        Annexes annexes,
        Roles roles,
        Grants grants,
        Actors actors,
        Targets targets,
        Passwords passwords,
        UserTokens userTokens,
        Sessions sessions,
        Bearers bearers,
        SetUpLinks setUpLinks,
        Attempts attempts,
        KnownAddresses knownAddresses,
        AuditTrail auditTrail,
        PasswordHasher passwordHasher,
        TokenVault tokenVault,
        SecretSource secretSource,
        Ids ids) {}
