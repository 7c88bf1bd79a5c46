package dev.roster.cli.terminal;

/**
 * How to start.
 *
 * @param demo on a throw-away store with sample people, workspaces and datasets; then there is no other account
 */
public record StartRequest(boolean demo, AccountRequest account, AccountQuestions questions) {}
