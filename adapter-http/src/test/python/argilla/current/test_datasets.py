"""Datasets, as far as workspaces need them."""

from uuid import uuid4

import argilla as rg
import pytest
from argilla._exceptions import ArgillaAPIError, ConflictError, ForbiddenError

from world import expect


def small_settings():
    return rg.Settings(
        guidelines="Say what it is about.",
        fields=[rg.TextField(name="text")],
        questions=[rg.LabelQuestion(name="topic", labels=["contract", "letter"])],
    )


def make(world, client, workspace, name=None, settings=None):
    dataset = rg.Dataset(
        name=name or world.name("set"),
        workspace=workspace,
        settings=settings or small_settings(),
        client=client,
    )
    return dataset.create()


@pytest.fixture
def team(world, client):
    return client.workspaces(world.workspace()["name"])


def test_creates_a_dataset(world, client, team):
    created = make(world, client, team)

    raw = expect(200, world.owner.get(f"/api/v1/datasets/{created.id}"))
    assert raw["status"] == "ready"
    assert raw["workspace_id"] == str(team.id)
    assert raw["guidelines"] == "Say what it is about."


def test_creates_a_dataset_in_a_workspace_by_name(world, client, team):
    created = make(world, client, team.name)

    assert created.workspace == team


def test_fetches_settings_as_they_were_given(world, client, team):
    created = make(world, client, team)

    found = client.datasets(created.name, workspace=team)

    assert found.id == created.id
    assert found.guidelines == "Say what it is about."
    assert [field.name for field in found.settings.fields] == ["text"]
    assert [question.name for question in found.settings.questions] == ["topic"]
    assert found.settings.questions[0].labels == ["contract", "letter"]


def test_fetches_every_kind_of_question(world, client, team):
    settings = rg.Settings(
        fields=[rg.TextField(name="text", use_markdown=True), rg.TextField(name="note", required=False)],
        questions=[
            rg.LabelQuestion(name="topic", labels={"contract": "A contract", "letter": "A letter"}),
            rg.MultiLabelQuestion(name="tags", labels=["long", "short", "old"], visible_labels=3, required=False),
            rg.RatingQuestion(name="quality", values=[1, 2, 3], description="How good it is", required=False),
            rg.RankingQuestion(name="order", values=["first", "second"], required=False),
            rg.TextQuestion(name="summary", use_markdown=True, title="In one line", required=False),
            rg.SpanQuestion(name="people", field="text", labels=["judge", "party"], required=False),
        ],
    )
    created = make(world, client, team, settings=settings)

    found = client.datasets(created.name, workspace=team).settings

    assert [(field.name, field.required, field.use_markdown) for field in found.fields] == [
        ("text", True, True),
        ("note", False, False),
    ]
    assert [question.name for question in found.questions] == [
        "topic",
        "tags",
        "quality",
        "order",
        "summary",
        "people",
    ]
    topic, tags, quality, order, summary, people = found.questions
    assert topic.labels == ["contract", "letter"]
    assert tags.labels == ["long", "short", "old"]
    assert (quality.values, quality.description) == ([1, 2, 3], "How good it is")
    assert order.values == ["first", "second"]
    assert (summary.use_markdown, summary.title) == (True, "In one line")
    assert (people.field, people.labels) == ("text", ["judge", "party"])


@pytest.mark.since("2.6.0")
def test_fetches_every_kind_of_field(world, client, team):
    settings = rg.Settings(
        fields=[
            rg.ImageField(name="scan"),
            rg.ChatField(name="talk", required=False),
            rg.CustomField(name="card", template="<b>{{record.fields.card}}</b>", required=False),
        ],
        questions=[rg.TextQuestion(name="summary")],
        distribution=rg.TaskDistribution(min_submitted=3),
    )
    created = make(world, client, team, settings=settings)

    found = client.datasets(created.name, workspace=team).settings

    assert [(type(field), field.name) for field in found.fields] == [
        (rg.ImageField, "scan"),
        (rg.ChatField, "talk"),
        (rg.CustomField, "card"),
    ]
    assert found.distribution.min_submitted == 3


def test_finds_in_the_default_workspace(world, client_of):
    mara = world.user(role="admin")
    dataset = world.dataset(world.workspace(mara), published=True)

    assert str(client_of(mara).datasets(dataset["name"]).id) == dataset["id"]


def test_finds_by_id(world, client, team):
    created = make(world, client, team)

    assert client.datasets(id=created.id).name == created.name


def test_unknown_name_is_none_with_a_warning(world, client, team):
    with pytest.warns(UserWarning, match="not found"):
        assert client.datasets(world.name("set"), workspace=team) is None


def test_unknown_id_is_none_with_a_warning(client):
    with pytest.warns(UserWarning, match="not found"):
        assert client.datasets(id=uuid4()) is None


def test_lists_the_datasets_of_a_workspace(world, client, team):
    other = client.workspaces(world.workspace()["name"])
    first, second = make(world, client, team), make(world, client, team)
    make(world, client, other)

    assert [dataset.name for dataset in team.datasets] == [first.name, second.name]


def test_counts_and_iterates_datasets(world, client, team):
    before = len(client.datasets)
    created = make(world, client, team)

    assert len(client.datasets) == before + 1
    assert created.name in [dataset.name for dataset in client.datasets]


def test_same_name_is_a_conflict_in_one_workspace_only(world, client, team):
    created = make(world, client, team)
    other = client.workspaces(world.workspace()["name"])

    with pytest.raises(ConflictError, match=created.name):
        make(world, client, team, name=created.name)
    assert make(world, client, other, name=created.name).id != created.id


def test_deletes_a_dataset(world, client, team):
    created = make(world, client, team)

    created.delete()

    assert list(team.datasets) == []


def test_workspace_with_a_dataset_cannot_be_deleted(world, client, team):
    created = make(world, client, team)

    with pytest.raises(ConflictError, match=created.name):
        team.delete()

    created.delete()
    team.delete()
    with pytest.warns(UserWarning):
        assert client.workspaces(team.name) is None


def test_admin_makes_datasets_in_own_workspaces_only(world, client_of):
    mara = world.user(role="admin")
    own, foreign = world.workspace(mara), world.workspace()
    mine = client_of(mara)

    created = make(world, mine, mine.workspaces(own["name"]))

    assert [dataset.name for dataset in mine.workspaces(own["name"]).datasets] == [created.name]
    with pytest.raises(ForbiddenError):
        make(world, mine, rg.Workspace(name=foreign["name"], id=foreign["id"], client=mine))
    created.delete()
    assert len(mine.datasets) == 0


def test_annotator_sees_datasets_and_changes_none(world, client_of):
    ivo = world.user()
    own = world.workspace(ivo)
    dataset = world.dataset(own, published=True)
    world.dataset(world.workspace(), published=True)
    mine = client_of(ivo)

    assert [found.name for found in mine.datasets] == [dataset["name"]]
    found = mine.datasets(dataset["name"], workspace=own["name"])
    assert found.settings.questions[0].name == "label"
    with pytest.raises(ForbiddenError):
        found.delete()
    with pytest.raises(ForbiddenError):
        make(world, mine, mine.workspaces(own["name"]))


def test_records_are_not_offered(world, client, team):
    created = make(world, client, team)

    with pytest.raises(ArgillaAPIError, match="Not offered here"):
        created.records.log([{"text": "Dear Sir", "topic": "letter"}])
