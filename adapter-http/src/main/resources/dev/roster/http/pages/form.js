// What the pages share: a secret that leaves no trace, a form that says what is wrong where it is wrong, and the end.

export const element = (id) => document.getElementById(id);

/**
 * The secret of a link. It stands behind the #, which browsers keep to themselves: it reaches no log and no other page,
 * and from here on not the address bar either.
 */
export function secret() {
  const found = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  addEventListener("hashchange", () => location.reload());
  return found;
}

/** Asks the API. The body is null where there is none, or where what came is no JSON. */
export async function ask(method, path, body, key) {
  const headers = {};
  if (body) {
    headers["Content-Type"] = "application/json";
  }
  if (key) {
    headers.Authorization = `Bearer ${key}`;
  }
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body), cache: "no-store" });
  const text = await answer.text();
  return { ok: answer.ok, status: answer.status, body: text ? parsed(text) : null };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A refusal as a sentence for people. */
export function sentence(text) {
  const words = text.replace(/`([^`]*)`/g, "“$1”");
  return words.charAt(0).toUpperCase() + words.slice(1) + (/[.!?]$/.test(words) ? "" : ".");
}

export function show(id, whether = true) {
  element(id).hidden = !whether;
}

/** Says what is wrong at a field, or above the button where there is no such field. */
export function refuse(field, message) {
  const input = field && element("form").elements.namedItem(field);
  if (!input) {
    element("alert").textContent = message;
    show("alert");
    return;
  }
  input.setAttribute("aria-invalid", "true");
  element(`${field}-error`).textContent = message;
  show(`${field}-error`);
}

function forgive() {
  show("alert", false);
  for (const input of element("form").querySelectorAll("input")) {
    input.removeAttribute("aria-invalid");
    show(`${input.name}-error`, false);
  }
}

/** What can be said without asking the server. */
function isComplete(form) {
  for (const input of form.querySelectorAll("input[required]")) {
    if (!input.value) {
      refuse(input.name, "Fill this in.");
    }
  }
  const [password, again] = ["password", "again"].map((name) => form.elements.namedItem(name));
  if (again && password.value && again.value && password.value !== again.value) {
    refuse("again", "The two passwords differ.");
  }
  return !form.querySelector("[aria-invalid]");
}

/** What was typed, without what was left empty and without the repetition; what was ticked is true. */
export function typed(form) {
  const entries = [...new FormData(form)].filter(([name, value]) => value && name !== "again");
  const flags = [...form.querySelectorAll("input[type=checkbox]:checked")].map(({ name }) => [name, true]);
  return Object.fromEntries([...entries, ...flags]);
}

/**
 * Sends the form when it is submitted.
 *
 * @param path where to
 * @param more fields that nobody types
 * @param done what to do with a good answer
 * @param placed at which field a refusal belongs, where that is not the one it names
 */
export function sending({ path, more = {}, done, placed = (problem, field) => field }) {
  const form = element("form");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    forgive();
    if (isComplete(form)) {
      element("submit").disabled = true;
      await send(form, path, more, done, placed);
      element("submit").disabled = false;
    }
    form.querySelector("[aria-invalid]")?.focus();
  });
}

async function send(form, path, more, done, placed) {
  try {
    const answer = await ask("POST", path, { ...more, ...typed(form) });
    if (answer.ok) {
      done(answer.body);
    } else {
      const problem = answer.body ?? {};
      refuse(placed(problem, problem.errors?.[0].field), sentence(problem.detail ?? "something went wrong here"));
    }
  } catch {
    refuse(null, "The server does not answer. Try again in a moment.");
  }
}

/** Puts the end of the story in the place of the form. */
export function finish() {
  for (const id of ["start", "form"]) {
    show(id, false);
  }
  show("done");
  element("done").focus();
}

/** The end for somebody who is logged in now, for as long as this page is open. */
export function welcome({ key, user }) {
  element("name").textContent = user.username;
  element("reveal").addEventListener("click", () => reveal("GET", key));
  element("renew").addEventListener("click", () => reveal("POST", key));
  addEventListener("pagehide", () => {
    fetch("/v1/sessions/current", { method: "DELETE", headers: { Authorization: `Bearer ${key}` }, keepalive: true });
  });
  finish();
}

async function reveal(method, key) {
  const answer = await ask(method, "/v1/me/token", null, key);
  show("reveal", false);
  show("renew", !answer.ok);
  show("token-error", !answer.ok);
  if (answer.ok) {
    tell(answer.body.user_token);
  } else {
    element("token-error").textContent = sentence(answer.body?.detail ?? "something went wrong here");
  }
}

/** Shows a token, with a button to copy it. */
export function tell(token) {
  element("token").textContent = token;
  show("token");
  show("copy");
  element("copy").addEventListener("click", async () => {
    await navigator.clipboard.writeText(token);
    element("copy").textContent = "Copied";
  });
}
