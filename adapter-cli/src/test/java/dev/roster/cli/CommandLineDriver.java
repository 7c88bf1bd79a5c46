package dev.roster.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.InMemoryPlatform;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.Act;
import dev.roster.application.scenario.Names;
import dev.roster.application.scenario.Outcome;
import dev.roster.application.scenario.ScenarioDriver;
import dev.roster.application.scenario.Step;
import dev.roster.application.scenario.UseCaseDriver;
import dev.roster.cli.terminal.ExitCodes;
import dev.roster.cli.terminal.Installation;
import dev.roster.cli.terminal.Release;
import dev.roster.domain.audit.Door;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.User;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The command line as a door for scenarios. Commands are always the operator's, whose rights are an owner's: so the
 * operator's steps and those of active owners are typed and their JSON is read, the latter in the owner's name. All
 * other steps go straight to the use cases: those of people with fewer rights, those in a session, and those that
 * concern the caller's own account.
 */
public final class CommandLineDriver implements ScenarioDriver {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Origin ORIGIN = Origin.of(Door.CLI);

    private final Ports ports;
    private final UseCaseDriver others;
    private final ScenarioCommands commands;
    private final FakeTerminal terminal = new FakeTerminal();
    private final RosterCommandLine commandLine;
    private Caller caller = Caller.operator("root", ORIGIN);
    private int typed;

    public CommandLineDriver(Ports ports, InstantSource clock) {
        this.ports = ports;
        Names names = new Names(ports);
        this.others = new UseCaseDriver(ports, clock, names);
        this.commands = new ScenarioCommands(ports, names);
        Injector injector = Guice.createInjector(
                new CliModule(terminal, new Release("")),
                new PortsModule(ports, new InMemoryPlatform(), clock, () -> caller),
                binder -> binder.bind(Installation.class).to(FakeInstallation.class));
        this.commandLine = injector.getInstance(RosterCommandLine.class);
    }

    /** How many steps went through the command line. */
    public int typed() {
        return typed;
    }

    @Override
    public Outcome perform(Step step) {
        Optional<Caller> operator = step.inSession() ? Optional.empty() : callerOf(step);
        Optional<ScenarioCommands.Typed> command = commands.type(step.act(), step.words());
        if (operator.isEmpty() || command.isEmpty()) {
            return others.perform(step);
        }
        caller = operator.get();
        typed++;
        return type(step, command.get());
    }

    private Optional<Caller> callerOf(Step step) {
        if (step.isByOperator()) {
            return Optional.of(Caller.operator("root", ORIGIN));
        }
        return ports.users()
                .findByUsername(NameKey.of(step.actor()))
                .filter(User::isActive)
                .filter(user -> user.role().isOwner())
                .map(user -> Caller.user(user, ORIGIN));
    }

    private Outcome type(Step step, ScenarioCommands.Typed command) {
        int exit = commandLine.run(command.with("--output", "json").arguments().toArray(String[]::new));
        FakeTerminal.Printed printed = terminal.take();
        if (printed.err().contains("internal error")) {
            throw new AssertionError(printed.err());
        }
        boolean answered = exit == ExitCodes.DONE
                || (step.act() == Act.DECIDE && !printed.out().isEmpty());
        return answered ? Outcome.ok(shown(step, command, parse(printed.out()))) : Outcome.refused(printed.err());
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException wrong) {
            throw new AssertionError("no JSON: " + json, wrong);
        }
    }

    private static List<String> shown(Step step, ScenarioCommands.Typed command, JsonNode answer) {
        return switch (step.act()) {
            case COUNT_SESSIONS -> List.of(String.valueOf(answer.size()));
            case DECIDE -> List.of(answer.get("allowed").asBoolean() ? "yes" : "no");
            case WHAT_MAY -> entitled(step.words().find("target"), answer);
            case CREATE_GRANT, CHANGE_GRANT, DELETE_GRANT, LIST_GRANTS ->
                each(answer).map(CommandLineDriver::granted).toList();
            case PREVIEW_ROLE -> each(answer).map(CommandLineDriver::gained).toList();
            default -> fields(command, answer);
        };
    }

    private static Stream<JsonNode> each(JsonNode answer) {
        return answer.isArray() ? StreamSupport.stream(answer.spliterator(), false) : Stream.of(answer);
    }

    private static String granted(JsonNode grant) {
        JsonNode dataset = grant.at("/dataset/name");
        String place =
                dataset.isNull() ? "workspace:" + grant.at("/workspace/name").asText() : "dataset:" + dataset.asText();
        return grant.at("/user/username").asText() + " " + grant.get("role").asText() + " " + place;
    }

    private static String gained(JsonNode gain) {
        StringBuilder text = new StringBuilder(gain.at("/user/username").asText() + " ");
        String kind = gain.at("/place/kind").asText();
        text.append(
                kind.equals("instance")
                        ? kind
                        : kind + ":" + gain.at("/place/name").asText());
        String extent = gain.get("extent").asText();
        text.append(extent.equals("whole") ? "" : " " + extent);
        gain.get("gained").forEach(permission -> text.append(" +").append(permission.asText()));
        gain.get("lost").forEach(permission -> text.append(" -").append(permission.asText()));
        return text.toString();
    }

    /** @param target a place to tell about alone, or null for all of them */
    private static List<String> entitled(@Nullable String target, JsonNode answer) {
        if (target == null) {
            return each(answer).map(CommandLineDriver::held).toList();
        }
        return each(answer)
                .filter(one -> held(one).endsWith(" on " + target))
                .flatMap(one -> Stream.concat(
                        each(one.get("permissions")).map(JsonNode::asText),
                        each(one.get("on_open_datasets")).map(key -> key.asText() + "?")))
                .toList();
    }

    private static String held(JsonNode entitlement) {
        JsonNode place = entitlement.get("place");
        String kind = place.get("kind").asText();
        String name = kind.equals("instance") ? "" : ":" + place.get("name").asText();
        return entitlement.get("role").asText() + " on " + kind + name;
    }

    private static List<String> fields(ScenarioCommands.Typed command, JsonNode answer) {
        List<String> values = new ArrayList<>();
        for (JsonNode item : each(answer).toList()) {
            for (String path : command.shown()) {
                values.add(item.at("/" + path.replace('.', '/')).asText());
            }
        }
        return values;
    }
}
