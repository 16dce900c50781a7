/** Whoever signs out leaves nothing in the browser; what is not saved is asked about first. */
document.addEventListener(
  'submit',
  (event) => {
    if ((event.target as HTMLFormElement).getAttribute('action') !== '/deconnexion') return;
    const unsaved = localStorage.getItem('correspondance') !== null;
    const question =
      'Les changements de votre fichier de correspondance ne sont pas enregistrés. Se déconnecter quand même et les perdre ?';
    if (unsaved && !confirm(question)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    localStorage.removeItem('correspondance');
    indexedDB.deleteDatabase('correspondance');
  },
  true,
);
