// The document lies beside this folder, wherever the site is.
// validatorUrl: null keeps the page from asking a server of somebody else's.
SwaggerUIBundle({
  url: new URL("../openapi.json", document.currentScript.src).pathname,
  dom_id: "#api",
  validatorUrl: null,
  tryItOutEnabled: true,
  displayRequestDuration: true,
});
