/** Whoever signs out leaves nothing in the browser; what is not saved is asked about first. */
document.addEventListener(
  'submit',
  (event) => {
    if ((event.target as HTMLFormElement).getAttribute('action') !== '/deconnexion') return;
    const studies = Object.keys(localStorage).filter((key) => key.startsWith('etude-de-cas:'));
    const unsaved = [
      ...(localStorage.getItem('correspondance') !== null
        ? ['Les changements de votre fichier de correspondance ne sont pas enregistrés.']
        : []),
      ...(studies.length > 0 ? ['Un texte d’étude de cas n’est pas encore enregistré.'] : []),
    ];
    const question = `${unsaved.join(' ')} Se déconnecter quand même et perdre cela ?`;
    if (unsaved.length > 0 && !confirm(question)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    for (const key of ['correspondance', ...studies]) localStorage.removeItem(key);
    indexedDB.deleteDatabase('correspondance');
  },
  true,
);
