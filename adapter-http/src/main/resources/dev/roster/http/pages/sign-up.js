import { element, secret, sending, show, welcome } from "./form.js";

const token = secret();
sending({ path: "/v1/sign-up", more: token ? { token } : {}, done: (body) => (body ? welcome(body) : wait()) });

// An address is confirmed by mail before there is an account.
function wait() {
  for (const id of ["start", "form"]) {
    show(id, false);
  }
  show("waiting");
  element("waiting").focus();
}
