import { ask, element, refuse, secret, sending, sentence, show, welcome } from "./form.js";

const token = secret();

function offer(invitation) {
  element("place").textContent = invitation.organization ?? "Roster";
  element("email").textContent = invitation.email;
  element("until").textContent = new Date(invitation.expires_at).toLocaleString([], { dateStyle: "long", timeStyle: "short" });
  element("username").value = invitation.username;
  show("waiting", false);
  show("start");
  show("form");
}

function end(message) {
  element("why").textContent = message;
  show("waiting", false);
  show("dead");
}

async function begin() {
  if (!token) {
    end("The link is not complete. Open it again from the mail, with what stands behind the #.");
    return;
  }
  try {
    const answer = await ask("POST", "/v1/invitations/show", { token });
    if (answer.ok) {
      offer(answer.body);
    } else {
      end(sentence(answer.body?.detail ?? "something went wrong here"));
    }
  } catch {
    end("The server does not answer. Open the link again in a moment.");
  }
}

sending({ path: "/v1/invitations/accept", more: { token }, done: welcome });
begin();
