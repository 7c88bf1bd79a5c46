package dev.roster.application.scenario;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Decide;
import dev.roster.application.access.WhatMay;
import dev.roster.application.access.WhoMay;
import dev.roster.application.audit.ListAuditEvents;
import dev.roster.application.audit.VerifyAuditTrail;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.role.FindRole;
import dev.roster.application.role.ListRoles;
import dev.roster.domain.access.Decision;
import dev.roster.domain.access.Entitlement;
import dev.roster.domain.access.Target;
import dev.roster.domain.role.Permission;
import dev.roster.domain.role.Role;
import java.util.List;
import java.util.stream.Stream;

/** What a scenario asks about roles, permissions and what was done. */
final class AccessActs {
    private final UseCases useCases;
    private final Names names;

    AccessActs(UseCases useCases, Names names) {
        this.useCases = useCases;
        this.names = names;
    }

    List<String> showRole(Caller caller, Words words) {
        Role role = useCases.get(FindRole.class).byName(caller, words.get("role"));
        return List.of(role.name().value());
    }

    List<String> listRoles(Caller caller) {
        return UseCaseDriver.each(
                useCases.get(ListRoles.class)
                        .handle(caller, PageRequest.first())
                        .items(),
                Role::name);
    }

    List<String> decide(Caller caller, Words words) {
        Decide.Question question =
                new Decide.Question(Permission.parse(words.get("permission")), names.target(words.get("target")));
        Decide.Query query = new Decide.Query(names.user(words.get("user")), List.of(question));
        Decision decision = useCases.get(Decide.class).handle(caller, query).get(0);
        return List.of(decision.isAllowed() ? "yes" : "no");
    }

    List<String> whoMay(Caller caller, Words words) {
        WhoMay.Query query =
                new WhoMay.Query(Permission.parse(words.get("permission")), names.target(words.get("target")));
        return UseCaseDriver.each(
                useCases.get(WhoMay.class)
                        .handle(caller, query, PageRequest.first())
                        .items(),
                entitled -> entitled.decision().actor());
    }

    List<String> whatMay(Caller caller, Words words) {
        List<Entitlement> all = useCases.get(WhatMay.class)
                .handle(caller, names.user(words.get("user")), PageRequest.first())
                .items();
        if (!words.has("target")) {
            return all.stream().map(AccessActs::held).toList();
        }
        Target.Ref place = names.target(words.get("target"));
        return all.stream()
                .filter(one -> one.place().ref().equals(place))
                .flatMap(one -> Stream.concat(
                        one.permissions().stream().map(Permission::key),
                        one.onOpenDatasets().stream().map(permission -> permission.key() + "?")))
                .toList();
    }

    private static String held(Entitlement entitlement) {
        Target place = entitlement.place();
        String where = place.kind() == Target.Kind.INSTANCE ? "" : ":" + place.label();
        return entitlement.holding().role().name() + " on " + place.kind().word() + where;
    }

    List<String> auditEvents(Caller caller, Words words) {
        AuditTrail.Filter about = AuditTrail.Filter.all()
                .withAction(words.get("action"))
                .withSubject(names.user(words.get("user")).value());
        return useCases.get(ListAuditEvents.class).handle(caller, about, PageRequest.first()).items().stream()
                .flatMap(event -> Stream.of(event.action(), event.actorName(), event.subjectName()))
                .toList();
    }

    List<String> verifyAuditTrail(Caller caller) {
        return List.of(String.valueOf(useCases.get(VerifyAuditTrail.class)
                .handle(caller, null, seen -> {})
                .isIntact()));
    }

    List<String> lastAuditEvent(Caller caller) {
        return useCases
                .get(ListAuditEvents.class)
                .handle(caller, AuditTrail.Filter.all(), PageRequest.first(1))
                .items()
                .stream()
                .flatMap(event -> Stream.of(event.action(), event.actorName(), event.subjectName()))
                .toList();
    }
}
