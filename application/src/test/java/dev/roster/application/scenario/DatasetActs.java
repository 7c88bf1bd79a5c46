package dev.roster.application.scenario;

import dev.roster.application.Change;
import dev.roster.application.access.Caller;
import dev.roster.application.dataset.AssignAnnotator;
import dev.roster.application.dataset.DeleteDataset;
import dev.roster.application.dataset.FindDataset;
import dev.roster.application.dataset.ListAssignees;
import dev.roster.application.dataset.ListContributions;
import dev.roster.application.dataset.ListDatasets;
import dev.roster.application.dataset.RecordContribution;
import dev.roster.application.dataset.RegisterDataset;
import dev.roster.application.dataset.RestrictDataset;
import dev.roster.application.dataset.UnassignAnnotator;
import dev.roster.application.dataset.UpdateDataset;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Contributions.Credited;
import dev.roster.application.port.Datasets.Located;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.dataset.DatasetName;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a scenario does with datasets, their assignees and contributions. */
final class DatasetActs {
    private final UseCases useCases;
    private final Names names;

    DatasetActs(UseCases useCases, Names names) {
        this.useCases = useCases;
        this.names = names;
    }

    List<String> register(Caller caller, Words words) {
        String access = words.find("access");
        RegisterDataset.Command command = RegisterDataset.Command.of(
                names.workspace(words.get("workspace")),
                new DatasetName(words.get("dataset")),
                access == null ? DatasetAccess.WORKSPACE : DatasetAccess.parse(access));
        return shown(useCases.get(RegisterDataset.class).handle(caller, command));
    }

    List<String> show(Caller caller, Words words) {
        return shown(useCases.get(FindDataset.class).handle(caller, dataset(words)));
    }

    List<String> list(Caller caller, Words words) {
        return list(caller, query(words));
    }

    List<String> listRestricted(Caller caller, Words words) {
        return list(caller, query(words).withRestricted(true));
    }

    List<String> listOfCreator(Caller caller, Words words) {
        return list(caller, ListDatasets.Query.all().withCreator(user(words)));
    }

    private ListDatasets.Query query(Words words) {
        String workspace = words.find("workspace");
        return ListDatasets.Query.all().withWorkspace(workspace == null ? null : names.workspace(workspace));
    }

    private List<String> list(Caller caller, ListDatasets.Query query) {
        return UseCaseDriver.each(
                useCases.get(ListDatasets.class)
                        .handle(caller, query, PageRequest.first())
                        .items(),
                located -> located.dataset().name());
    }

    List<String> rename(Caller caller, Words words) {
        return update(caller, words, Change.to(new DatasetName(words.get("name"))), Change.none());
    }

    List<String> changeAccess(Caller caller, Words words) {
        return update(caller, words, Change.none(), Change.to(DatasetAccess.parse(words.get("access"))));
    }

    List<String> replaceCreator(Caller caller, Words words) {
        UpdateDataset.Command command =
                new UpdateDataset.Command(dataset(words), Change.none(), Change.none(), Change.to(user(words)));
        return shown(useCases.get(UpdateDataset.class).handle(caller, command));
    }

    private List<String> update(Caller caller, Words words, Change<DatasetName> name, Change<DatasetAccess> access) {
        UpdateDataset.Command command = new UpdateDataset.Command(dataset(words), name, access);
        return shown(useCases.get(UpdateDataset.class).handle(caller, command));
    }

    List<String> delete(Caller caller, Words words) {
        return shown(useCases.get(DeleteDataset.class).handle(caller, dataset(words)));
    }

    List<String> assign(Caller caller, Words words) {
        AssignAnnotator.Command command = new AssignAnnotator.Command(dataset(words), user(words));
        return shown(useCases.get(AssignAnnotator.class).handle(caller, command).user());
    }

    List<String> unassign(Caller caller, Words words) {
        UnassignAnnotator.Command command = new UnassignAnnotator.Command(dataset(words), user(words));
        return shown(useCases.get(UnassignAnnotator.class).handle(caller, command));
    }

    List<String> listAssignees(Caller caller, Words words) {
        return UseCaseDriver.each(
                useCases.get(ListAssignees.class)
                        .handle(caller, dataset(words), PageRequest.first())
                        .items(),
                assignee -> assignee.user().username());
    }

    List<String> contribute(Caller caller, Words words) {
        RecordContribution.Command command = RecordContribution.Command.own(
                        dataset(words), Long.parseLong(words.get("count")))
                .withUser(words.has("user") ? user(words) : null);
        Credited total = useCases.get(RecordContribution.class).handle(caller, command);
        return List.of(String.valueOf(total.contribution().count()));
    }

    List<String> listContributionsTo(Caller caller, Words words) {
        List<Credited> credits = useCases.get(ListContributions.class)
                .toDataset(caller, dataset(words), PageRequest.first())
                .items();
        return shown(credits, credited -> credited.user().username());
    }

    List<String> listContributionsBy(Caller caller, Words words) {
        List<Credited> credits = useCases.get(ListContributions.class)
                .byUser(caller, user(words), PageRequest.first())
                .items();
        return shown(credits, credited -> credited.dataset().name());
    }

    private DatasetId dataset(Words words) {
        return names.dataset(words.get("dataset"));
    }

    private UserId user(Words words) {
        return names.user(words.get("user"));
    }

    List<String> restrict(Caller caller, Act act, Words words) {
        RestrictDataset.Command command = new RestrictDataset.Command(dataset(words), act == Act.RESTRICT_DATASET);
        return shown(useCases.get(RestrictDataset.class).handle(caller, command));
    }

    private static List<String> shown(Located located) {
        return List.of(
                located.dataset().name().value(), located.dataset().access().word());
    }

    private static List<String> shown(User user) {
        return List.of(user.username().value());
    }

    private static List<String> shown(List<Credited> credits, Function<Credited, Object> naming) {
        return credits.stream()
                .flatMap(credited -> Stream.of(
                        naming.apply(credited), credited.contribution().count()))
                .map(Object::toString)
                .toList();
    }
}
