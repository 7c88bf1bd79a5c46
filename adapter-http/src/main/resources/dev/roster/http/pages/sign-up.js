import { secret, sending, welcome } from "./form.js";

const token = secret();
sending({ path: "/v1/sign-up", more: token ? { token } : {}, done: welcome });
