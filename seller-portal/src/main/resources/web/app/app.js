// What makes the pages quicker to use. Every form works without it.
import htmx from 'htmx.org';

// The session is over: the same page, loaded as a page, leads to signing in and back.
const SESSION_OVER = 499;

document.addEventListener('htmx:configRequest', (event) => {
  event.detail.headers['X-Requested-With'] = 'JavaScript';
});

document.addEventListener('htmx:responseError', (event) => {
  if (event.detail.xhr.status === SESSION_OVER) {
    window.location.reload();
  }
});

// A password can be looked at before it is sent.
function offerToReveal(root) {
  for (const input of root.querySelectorAll('input[data-reveal]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = input.dataset.reveal;
    button.setAttribute('aria-pressed', 'false');
    button.setAttribute('aria-controls', input.id);
    button.addEventListener('click', () => {
      const shown = input.type === 'text';
      input.type = shown ? 'password' : 'text';
      button.setAttribute('aria-pressed', String(!shown));
    });
    input.removeAttribute('data-reveal');
    input.after(button);
  }
}

// How much room a text has left.
function countLetters(root) {
  for (const area of root.querySelectorAll('textarea[data-counter]')) {
    const output = document.getElementById(area.dataset.counter);
    const show = () => {
      output.textContent = `${area.value.length} / ${area.maxLength}`;
    };
    area.addEventListener('input', show);
    show();
  }
}

// What happens while the page is open: the parts that want to know load themselves anew.
function listen() {
  const url = document.body.dataset.live;
  if (url && document.querySelector('[hx-trigger*="live"]')) {
    const source = new EventSource(url);
    const changed = () => htmx.trigger(document.body, 'live');
    let connected = false;
    source.addEventListener('changed', changed);
    // What happened between two connections is not told again.
    source.addEventListener('ready', () => {
      if (connected) {
        changed();
      }
      connected = true;
    });
    window.addEventListener('pagehide', () => source.close());
  }
}

// A form that takes a while says so until the next page is there.
document.addEventListener('submit', (event) => {
  if (event.target.matches('[data-busy]')) {
    event.target.classList.add('busy');
  }
});
window.addEventListener('pageshow', () => {
  document.querySelectorAll('.busy').forEach((form) => form.classList.remove('busy'));
});

// After a form came back, whoever cannot see it is led to what it says.
document.addEventListener('htmx:afterSwap', (event) => {
  const target = event.detail.elt;
  enhance(target.parentElement ?? document);
  target.parentElement?.querySelector('[data-focus]')?.focus();
});

function enhance(root) {
  offerToReveal(root);
  countLetters(root);
}

enhance(document);
listen();
document.querySelector('main [data-focus]')?.focus();
