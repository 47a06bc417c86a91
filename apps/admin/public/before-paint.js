// Runs before the first paint: a page that turns dark after it was white hurts the eyes.
(function () {
  var root = document.documentElement;
  var read = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var scheme = read('latchkey.theme');
  if (scheme !== 'light' && scheme !== 'dark')
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  root.setAttribute('data-mantine-color-scheme', scheme);
  root.lang = read('latchkey.language') || (navigator.language || 'en').slice(0, 2);

  // Mantine writes its style sheets through innerHTML, which Trusted Types forbid. Style sheets hold no "<", markup does.
  if (window.trustedTypes) {
    window.trustedTypes.createPolicy('default', {
      createHTML: function (text) {
        if (text.indexOf('<') !== -1) throw new TypeError('Markup may not be written as text here.');
        return text;
      },
    });
  }
})();
