// Keeps the reader's choice of scheme. Loaded before the page paints, so that nothing flashes.
(() => {
  const key = 'threeshift.theme';
  const root = document.documentElement;
  const stored = () => {
    try {
      return localStorage.getItem(key) ?? 'system';
    } catch {
      return 'system';
    }
  };
  const apply = (theme) => {
    if (theme === 'light' || theme === 'dark') {
      root.dataset.theme = theme;
    } else {
      delete root.dataset.theme;
    }
    for (const button of document.querySelectorAll('[data-choose-theme]')) {
      button.setAttribute('aria-pressed', String(button.dataset.chooseTheme === theme));
    }
  };
  apply(stored());
  addEventListener('storage', (event) => {
    if (event.key === key) apply(stored());
  });
  addEventListener('DOMContentLoaded', () => {
    for (const group of document.querySelectorAll('.theme')) group.hidden = false;
    apply(stored());
    document.addEventListener('click', (event) => {
      const button = event.target.closest?.('[data-choose-theme]');
      if (!button) return;
      try {
        localStorage.setItem(key, button.dataset.chooseTheme);
      } catch {
        // A browser that keeps nothing still gets the scheme for this page.
      }
      apply(button.dataset.chooseTheme);
    });
  });
})();
