import { refuse, secret, sending, welcome } from "./form.js";

const token = secret();
sending({ path: "/v1/sign-up/confirmation", more: { token }, done: welcome });
if (!token) {
  refuse(null, "The link is not complete. Open it again from the mail, with what stands behind the #.");
}
