import { sending, welcome } from "./form.js";

sending({
  path: "/v1/sessions/temporary-password",
  done: welcome,
  // It is the temporary one that turns out not to be temporary.
  placed: (problem, field) => (problem.status === 409 ? "temporary_password" : field),
});
