import { element, finish, refuse, secret, sending } from "./form.js";

const tokens = {
  stays: "Your user token still works. Renew it if somebody else may know it.",
  renewed: "Your user token is a new one; the old one is dead. Log in to see it.",
  none: "You have no user token.",
};

const token = secret();
sending({
  path: "/v1/password-resets/complete",
  more: { token },
  done: (settled) => {
    element("others").replaceChildren(...lines(settled).map(item));
    finish();
  },
});
if (!token) {
  refuse(null, "The link is not complete. Open it again from the mail, with what stands behind the #.");
}

/** What the answer counts, for people. */
function lines({ sessions_ended, keys_ended, keys_left, service_keys_left, user_token }) {
  return [
    `Sessions that ended: ${sessions_ended}.`,
    keys_ended && `API keys that ended: ${keys_ended}.`,
    keys_left ? `API keys that still work: ${keys_left}. Revoke those that somebody else may know.` : "No API key of yours works.",
    service_keys_left && `Keys that you made for service accounts and that still work: ${service_keys_left}.`,
    tokens[user_token],
  ].filter(Boolean);
}

function item(text) {
  const line = document.createElement("li");
  line.textContent = text;
  return line;
}
