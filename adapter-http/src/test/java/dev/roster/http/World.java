package dev.roster.http;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.given.Given;
import dev.roster.application.mail.DeliverMail;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.audit.Door;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.mail.Letter;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.UserId;
import dev.roster.domain.workspace.Workspace;
import java.util.List;

/**
 * A small platform: {@code legal} with one of each role, and {@code medical} with people of its own. Everybody's token
 * is their name and {@code -token}.
 */
final class World implements AutoCloseable {
    final TestServer server;
    final Workspace legal;
    final Workspace medical;
    final Dataset contracts;
    final Dataset scans;
    final UserId ada;
    final UserId noa;
    final UserId zoe;

    World() {
        this(TestServer.start());
    }

    World(TestServer server) {
        this.server = server;
        Given given = server.given();
        legal = given.workspace("legal");
        medical = given.workspace("medical");
        contracts = given.dataset("contracts", legal);
        scans = given.dataset("scans", medical);
        ada = given.owner("ada").token("ada-token").password("correct horse").id();
        person("max", PredefinedRole.MANAGER, legal);
        person("amy", PredefinedRole.ADMIN, legal);
        person("vic", PredefinedRole.VIEWER, legal);
        noa = person("noa", PredefinedRole.ANNOTATOR, legal);
        zoe = person("zoe", PredefinedRole.ANNOTATOR, medical);
    }

    private UserId person(String name, PredefinedRole role, Workspace workspace) {
        return server.given()
                .user(name)
                .role(role)
                .email(name + "@example.org")
                .in(workspace)
                .in(server.given().organization())
                .token(name + "-token")
                .password("correct horse")
                .id();
    }

    /** What stands behind the {@code #} of the link in the newest mail. */
    String mailedSecret() {
        String link = letters().get(letters().size() - 1).values().getOrDefault("link", "#");
        return link.substring(link.indexOf('#') + 1);
    }

    /** All mails so far, oldest first. */
    List<Letter> letters() {
        UseCases.over(server.fakes().ports(), server.fakes().clock())
                .get(DeliverMail.class)
                .handle(Caller.roster(Origin.of(Door.SYSTEM)), 100);
        return server.fakes().mailCarrier().carried();
    }

    /** Asks with a body in which single quotes stand for double ones. */
    TestServer.Answer send(String name, String method, String path, String body) {
        return ask(name, method, path).json(body.replace('\'', '"')).send();
    }

    TestServer.Answer get(String name, String path) {
        return ask(name, "GET", path).send();
    }

    TestServer.Answer delete(String name, String path) {
        return ask(name, "DELETE", path).send();
    }

    TestServer.Ask ask(String name, String method, String path) {
        TestServer.Ask ask = server.ask(method, path);
        return name.isEmpty() ? ask : ask.as(name + "-token");
    }

    @Override
    public void close() {
        server.close();
    }
}
