/**
 * Runs in the browser: Swagger UI over our document, and a sign-in with code and PKCE so that the
 * token need not be pasted. The token lives in this page's memory only.
 */
export const startScript = `'use strict';
(async () => {
  const redirectUri = location.origin + '/reference';
  const base64url = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));
  const client = async () => {
    const { clients } = await (await fetch('/login/clients')).json();
    return clients.find(({ redirectUris }) => redirectUris.includes(redirectUri));
  };
  const who = document.getElementById('who');
  const begin = async () => {
    const found = await client();
    if (!found) { who.textContent = 'Cổng đăng nhập không biết địa chỉ này'; return; }
    const verifier = random(), state = random();
    sessionStorage.setItem('reference', JSON.stringify({ verifier, state }));
    const challenge = base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
    location.assign('/login/oauth2/authorize?' + new URLSearchParams({ response_type: 'code', client_id: found.clientId,
      redirect_uri: redirectUri, scope: found.scopes.join(' '), state, prompt: 'login', code_challenge: challenge, code_challenge_method: 'S256' }));
  };
  document.getElementById('sign-in').addEventListener('click', begin);
  const finish = async () => {
    const answer = new URLSearchParams(location.search);
    const begun = JSON.parse(sessionStorage.getItem('reference') ?? 'null');
    if (!answer.has('code') || !begun || begun.state !== answer.get('state')) return undefined;
    sessionStorage.removeItem('reference');
    history.replaceState(null, '', '/reference');
    const found = await client();
    const response = await fetch('/login/oauth2/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'authorization_code',
      client_id: found.clientId, redirect_uri: redirectUri, code: answer.get('code'), code_verifier: begun.verifier }) });
    return response.ok ? (await response.json()).access_token : undefined;
  };
  const token = await finish();
  const ui = SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reference', deepLinking: true, docExpansion: 'list', defaultModelsExpandDepth: 0,
    tryItOutEnabled: false, validatorUrl: null,
    requestInterceptor: (request) => {
      if (request.method === 'POST' && !request.headers['Idempotency-Key']) request.headers['Idempotency-Key'] = crypto.randomUUID();
      return request;
    },
    onComplete: () => { if (token) ui.preauthorizeApiKey('staff', token); } });
  if (token) {
    const text = new TextDecoder().decode(Uint8Array.from(atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)));
    const claims = JSON.parse(text);
    who.textContent = 'Đang dùng quyền của ' + (claims.name ?? claims.username) + ' (' + (claims['cognito:groups'] ?? []).join(', ') + ')';
    document.getElementById('sign-in').textContent = 'Đổi người dùng';
  }
})();
`;
