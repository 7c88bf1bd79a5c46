import { element, finish, refuse, secret, sending, tell } from "./form.js";

const link = secret();
sending({
  path: "/v1/set-up",
  more: { link },
  done(made) {
    element("name").textContent = made.user.username;
    tell(made.user_token);
    finish();
  },
});
if (!link) {
  refuse(null, "The link is not complete. Copy all of it, with what stands behind the #.");
}
