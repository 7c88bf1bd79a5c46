"""What the SDK 1.x lists of datasets."""

import argilla as rg
import pytest

pytestmark = pytest.mark.usefixtures("as_owner")


def test_empty_workspace_has_no_datasets(world):
    team = world.workspace()

    assert rg.list_datasets(workspace=team["name"]) == []
    assert rg.FeedbackDataset.list(workspace=team["name"]) == []


def test_newcomer_has_no_datasets(world, become_user):
    become_user(world.user())

    assert rg.list_datasets() == []
    assert rg.FeedbackDataset.list() == []


def test_lists_the_datasets_of_a_workspace(world):
    team = world.workspace()
    dataset = world.dataset(team, published=True, guidelines="Say what it is about.")
    world.dataset(world.workspace(), published=True)

    (found,) = rg.FeedbackDataset.list(workspace=team["name"])

    assert (str(found.id), found.name, found.workspace.name) == (dataset["id"], dataset["name"], team["name"])
    assert found.guidelines == "Say what it is about."
    assert [field.name for field in found.fields] == ["text"]
    assert [question.labels for question in found.questions] == [{"yes": "Yes", "no": "No"}]


def test_lists_datasets_of_both_kinds_together(world, become_user):
    ivo = world.user()
    dataset = world.dataset(world.workspace(ivo), published=True)
    become_user(ivo)

    assert [found.name for found in rg.list_datasets()] == [dataset["name"]]
