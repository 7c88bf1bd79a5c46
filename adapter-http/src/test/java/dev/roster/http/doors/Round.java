package dev.roster.http.doors;

import dev.roster.domain.user.User;
import dev.roster.http.TestServer.Answer;
import dev.roster.http.doors.Deed.Said;
import dev.roster.http.doors.Story.Kind;
import dev.roster.http.doors.Story.Line;
import dev.roster.http.doors.Story.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A story in which everything is done through one door, and then looked at through all of them. */
final class Round implements AutoCloseable {
    private static final String ALLOWED = "allowed";
    private static final String REFUSED = "refused";
    private static final String NOBODY = "nobody";

    private final Story story;
    private final Door door;
    private final Room room = new Room();
    private final List<String> wrong = new ArrayList<>();

    Round(Story story, Door door) {
        this.story = story;
        this.door = door;
    }

    /** All that came otherwise than the file has it. */
    List<String> wrong() {
        for (int line = 0; line < story.lines().size(); line++) {
            play(story.lines().get(line), story.castUpTo(line));
        }
        return wrong;
    }

    private void play(Line line, List<String> cast) {
        line.person().ifPresent(this::enter);
        line.said().ifPresent(said -> {
            switch (line.kind()) {
                case DO -> act(line, said);
                case ALL -> Door.ALL.forEach(each -> look(line, said, each, line.caller(), line.expectedAt(each)));
                case ROW -> Door.ALL.forEach(each -> row(line, said, each, cast));
            }
        });
    }

    private void enter(Person person) {
        room.given(person.name(), person.role(), person.elsewhere() ? room.elsewhere() : room.organization());
    }

    private void act(Line line, Said said) {
        Door taken = isOffered(line, said, door, line.caller()) ? door : Door.named("native");
        String came = outcome(taken, said, line.caller());
        if (!came.equals(ALLOWED)) {
            // What comes after a deed that was not done says nothing.
            throw new AssertionError(line.text() + ", through " + taken.name() + ": " + came);
        }
        if (Story.isCreation(said)) {
            room.created(said.user());
        } else if (said.deed() == Deed.RENEW_TOKEN) {
            room.renewed(line.caller());
        }
    }

    private void row(Line line, Said said, Door each, List<String> cast) {
        Set<String> allowed = Set.of(line.expectedAt(each).split(" "));
        for (String caller : cast) {
            look(line, said, each, caller, allowed.contains(caller) ? ALLOWED : REFUSED);
        }
    }

    private void look(Line line, Said said, Door each, String caller, String expected) {
        if (!isOffered(line, said, each, caller)) {
            return;
        }
        String came = outcome(each, said, caller);
        boolean isNamed = line.kind() == Kind.ROW && !came.equals(REFUSED) && !came.equals(NOBODY);
        String seen = isNamed && !came.startsWith("?") ? ALLOWED : came;
        if (!seen.equals(sorted(expected))) {
            wrong.add("%s: %s, through %s as %s: %s".formatted(story.name(), line.text(), each.name(), caller, came));
        }
    }

    private static String sorted(String names) {
        return String.join(", ", new TreeSet<>(Arrays.asList(names.split(", "))));
    }

    /** Whether the door has a call for it, which the file says as well. */
    private boolean isOffered(Line line, Said said, Door each, String caller) {
        boolean isSaid = !line.without().contains(each.name());
        boolean isThere =
                !each.requests(said, caller.replace("-before", ""), room).isEmpty();
        if (isSaid != isThere) {
            throw new AssertionError(
                    line.text() + ": " + each.name() + (isThere ? " has a call for it" : " has no call for it"));
        }
        return isThere;
    }

    private String outcome(Door each, Said said, String caller) {
        Optional<Answer> last = Optional.empty();
        for (Door.Request request : each.requests(said, caller.replace("-before", ""), room)) {
            Answer answer = send(each, request, room.token(caller));
            if (answer.status() >= 300) {
                return refusal(answer);
            }
            last = Optional.of(answer);
        }
        return shown(each, said, last.orElseThrow());
    }

    private Answer send(Door each, Door.Request request, String token) {
        var ask = each.sign(room.server().ask(request.method(), request.path()), token);
        return request.body().isEmpty()
                ? ask.send()
                : ask.json(request.body().replace('\'', '"')).send();
    }

    private static String refusal(Answer answer) {
        return switch (answer.status()) {
            case 401 -> NOBODY;
            case 403, 404 -> REFUSED;
            default -> "? " + answer.status() + " " + answer.text();
        };
    }

    /** Newcomers are left out: they come and go with what is tried. */
    private String shown(Door each, Said said, Answer answer) {
        if (!said.deed().showsPeople()) {
            return ALLOWED;
        }
        List<String> ids = each.shown(said.deed(), answer.json());
        Set<String> names = new TreeSet<>();
        for (String id : ids) {
            User user = each.person(id, room).orElseThrow(() -> new AssertionError("nobody has the id " + id));
            if (!Room.name(user).startsWith(Room.NEWCOMER)) {
                names.add(Room.name(user));
            }
        }
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    @Override
    public void close() {
        room.close();
    }
}
