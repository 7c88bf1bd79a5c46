package dev.roster.cli.terminal;

/**
 * How to start.
 *
 * @param demo on a temporary store with sample people, workspaces and datasets; then there is no other account
 * @param before what to do on the open store before the account is looked at and anything is served
 */
public record StartRequest(boolean demo, AccountRequest account, AccountQuestions questions, Runnable before) {}
