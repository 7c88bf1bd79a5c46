// The secret of the link stands behind the #, which browsers keep to themselves: it reaches no log and no other page.
const link = location.hash.slice(1);
history.replaceState(null, "", location.pathname);
const element = (id) => document.getElementById(id);

function refuse(message) {
  element("error").textContent = message;
  element("error").hidden = false;
}

function welcome(made) {
  element("form").hidden = true;
  element("lead").hidden = true;
  element("name").textContent = made.user.username;
  element("token").textContent = made.user_token;
  element("done").hidden = false;
}

async function submit(event) {
  event.preventDefault();
  element("error").hidden = true;
  if (element("password").value !== element("again").value) {
    refuse("The two passwords differ.");
    return;
  }
  element("submit").disabled = true;
  try {
    const answer = await fetch("/v1/set-up", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ link, username: element("username").value, password: element("password").value }),
    });
    const body = await answer.json();
    if (answer.ok) {
      welcome(body);
    } else {
      refuse(body.detail);
    }
  } catch {
    refuse("The server does not answer. Is it still running?");
  } finally {
    element("submit").disabled = false;
  }
}

element("form").addEventListener("submit", submit);
element("copy").addEventListener("click", () => navigator.clipboard.writeText(element("token").textContent));
if (!link) {
  refuse("The link is not complete. Copy all of it, with what stands behind the #.");
}
