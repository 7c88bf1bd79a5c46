import { finish, sending } from "./form.js";

sending({ path: "/v1/password-resets", done: finish });
