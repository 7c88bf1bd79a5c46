import { finish, refuse, secret, sending } from "./form.js";

const token = secret();
sending({ path: "/v1/password-resets/complete", more: { token }, done: finish });
if (!token) {
  refuse(null, "The link is not complete. Open it again from the mail, with what stands behind the #.");
}
