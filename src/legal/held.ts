/** What is kept of whoever uses the service, why, and until when. */
export const HELD = [
  {
    what: 'Nom affiché, adresse électronique, métier, établissement',
    why: 'Vous reconnaître et choisir vos premières questions',
    until: 'L’effacement de votre compte',
  },
  {
    what: 'Si vous venez de ProConnect ou du guichet de votre académie : votre identifiant là-bas, et comment vous avez prouvé qui vous êtes',
    why: 'Vous reconnaître la fois suivante, fermer aussi votre session là-bas',
    until: 'L’effacement de votre compte ; pour la preuve, la fin de la session',
  },
  {
    what: 'Questions posées, réponses, niveaux estimés',
    why: 'Vous montrer où vous en êtes, reprendre où vous étiez',
    until: 'L’effacement de votre compte',
  },
  {
    what: 'Modules suivis, choix aux exercices, répliques choisies dans les dialogues, jour des répétitions, rangement du parcours, cartes à réviser, plans « Si… alors… » et ce que vous en dites',
    why: 'Vous proposer la suite, reprendre où vous étiez, vous rappeler ce que vous avez prévu',
    until: 'La suppression d’un plan, ou l’effacement de votre compte',
  },
  {
    what: 'Ce que vous vous sentez capable de faire, avant et après, si vous y répondez',
    why: 'Dire combien de personnes ont changé, par groupes de vingt au moins',
    until: 'L’effacement de votre compte ; les nombres de personnes demeurent, sans lien avec vous',
  },
  {
    what: 'Adresse de la personne à qui vous montrez un plan, et le mot qu’elle vous écrit',
    why: 'Lui montrer ce plan, et lui seul',
    until:
      'Le retrait, la suppression du plan, ou l’effacement de l’un des deux comptes ; soixante jours si personne ne l’ouvre',
  },
  {
    what: 'Dossier pour le certificat : pièces gardées et ce qu’elles montrent, séances préparées et relues, heures que vous déclarez',
    why: 'Vous montrer où vous en êtes, et ce qui manque',
    until: 'Votre retrait, ou l’effacement de votre compte',
  },
  {
    what: 'Pratique que vous demandez à un pair de confirmer : jour, ce qui a été vu, son adresse, sa réponse et son nom',
    why: 'Confirmer par la pratique ce qu’un test ne peut pas dire',
    until:
      'Le retrait par l’un ou l’autre, ou l’effacement de l’un des deux comptes ; soixante jours si personne ne l’ouvre',
  },
  {
    what: 'Étude de cas en temps limité : ce que vous écrivez, l’horloge et ses pauses, votre grille, vos réponses au jury ; l’adresse de la personne à qui vous la montrez, sa grille et son mot',
    why: 'Vous laisser la reprendre, vous relire, et être relu si vous le demandez',
    until:
      'Votre suppression de l’étude, le retrait par l’un ou l’autre, ou l’effacement de l’un des deux comptes ; soixante jours si personne ne l’ouvre. Un texte pas encore enregistré reste sur votre appareil jusqu’à l’enregistrement, la déconnexion, ou sept jours',
  },
  {
    what: 'Dates d’inscription au CPLDS saisies par les formateurs d’une académie, et qui les a saisies',
    why: 'Les montrer à tous, et pouvoir les corriger',
    until: 'Leur retrait ; le nom de qui les a saisies, l’effacement de son compte',
  },
  {
    what: 'Attestations d’heures que vous établissez : ce qui est terminé, dates, durée, initiales',
    why: 'Permettre à qui vous la donnez de la vérifier, par son code',
    until:
      'Votre retrait, ou l’effacement de votre compte ; le code seul demeure, pour répondre qu’elle a été retirée',
  },
  {
    what: 'Badges que vous faites signer : ce qu’ils disent, avec une empreinte de votre adresse, ou votre nom si vous le voulez',
    why: 'Vous laisser les montrer, et permettre à qui les reçoit de les vérifier',
    until:
      'Votre retrait, ou l’effacement de votre compte ; un numéro sans nom demeure dans la liste des badges retirés',
  },
  {
    what: 'Ateliers que vous ouvrez : situation, dates, totaux des votes, ce que l’équipe fera, sans aucun nom de participant',
    why: 'Mener l’atelier, garder sa fiche',
    until: 'Votre suppression, ou l’effacement de votre compte',
  },
  {
    what: 'Participation à un atelier, sans compte : métier, votes, propositions, sous un secret que le téléphone garde',
    why: 'Compter les votes, reprendre après une coupure',
    until:
      'Un jour après la fin de l’atelier, ou votre départ ; les totaux demeurent, jamais pour moins de trois personnes d’un métier à part',
  },
  {
    what: 'Le fait d’avoir donné ou passé un avis ; à part et sans lien avec vous, les réponses et leur mois',
    why: 'Améliorer ce qui est proposé, ne pas vous demander deux fois',
    until: 'L’effacement de votre compte ; les réponses sans nom demeurent',
  },
  {
    what: 'Vos réponses à l’auto-diagnostic de l’établissement tant que vous ne les avez pas envoyées, puis le seul fait d’avoir répondu ; à part et sans lien avec vous, les réponses envoyées et, si vous le dites, si vous avez des élèves en cours',
    why: 'Montrer à l’établissement où en est sa politique, sans dire qui a répondu quoi',
    until:
      'La clôture pour ce qui n’est pas envoyé ; l’effacement de votre compte pour le fait d’avoir répondu ; les réponses sans nom demeurent',
  },
  {
    what: 'Adaptations d’une idée d’action, propositions d’actions, relectures que vous en faites',
    why: 'Garder vos textes ; les montrer à la direction ou à la formation de l’académie si vous le demandez',
    until:
      'Votre suppression, ou l’effacement de votre compte. Une action publiée demeure sans auteur, si vous ne l’avez pas retirée avant',
  },
  {
    what: 'Rythme choisi pour les rappels par courriel, et date de chaque rappel parti',
    why: 'Vous écrire quand quelque chose vous attend, si vous l’avez demandé',
    until: 'L’effacement de votre compte ; la date d’un rappel, trente jours',
  },
  {
    what: 'Si vous animez ou présidez un GPDS : le souhait d’être prévenu par courriel qu’une alerte ou une demande attend, et la date de chaque courriel parti',
    why: 'Que ni un collègue, ni une famille n’attende sans réponse ; le courriel ne dit rien de l’élève',
    until: 'L’effacement de votre compte ; la date d’un courriel, trente jours',
  },
  {
    what: 'Qui a confirmé que vous travaillez dans un établissement, l’adresse académique que vous avez montrée, les invitations envoyées',
    why: 'N’ouvrir ce qui touche aux élèves qu’à qui y travaille vraiment',
    until:
      'Votre départ de l’établissement, ou l’effacement de votre compte ; une invitation, trente jours après sa fin',
  },
  {
    what: 'Alertes que vous donnez sur un élève : code ou classe, signes d’une liste, jour, mot de 140 signes au plus',
    why: 'Prévenir la personne qui anime le GPDS, et vous répondre',
    until:
      'Trois mois après l’envoi ; avec le suivi, s’il y en a un. Votre compte effacé, l’alerte demeure sans auteur jusque-là',
  },
  {
    what: 'Accès à un suivi qui vous est donné, présidence du GPDS ; quels suivis vous ouvrez, en tant que quoi, quel jour',
    why: 'N’ouvrir un suivi qu’à qui en a besoin, et savoir qui l’a lu : la personne qui anime le GPDS et la direction le voient',
    until: 'Avec le suivi, ou l’effacement de votre compte ; une lecture demeure alors sans votre nom',
  },
  {
    what: 'Groupes rejoints, et ce que vous acceptez d’y partager : niveaux comptés dans une moyenne, nom, rappels, avec la date',
    why: 'Dire où en est le groupe, en nombres arrondis ; ne jamais laisser deviner une personne d’une vue à l’autre',
    until:
      'L’effacement de votre compte ; si vous quittez un groupe, il reste que vous y étiez. Effacé, un numéro sans lien avec vous demeure dans les vues d’équipe passées',
  },
  {
    what: 'Groupes que vous proposez, à qui, et leur plan de formation',
    why: 'Réunir des collègues, et garder ce qui a été décidé',
    until:
      'Demeurent pour la direction ou la formation académique ; sans votre nom, une fois votre compte effacé',
  },
  {
    what: 'Signalements sur une question',
    why: 'Corriger la question',
    until: 'Le texte disparaît avec votre compte ; il reste qu’un signalement a été fait, sans son auteur',
  },
  {
    what: 'Codes de connexion, sous une forme illisible',
    why: 'Vous faire entrer sans mot de passe',
    until: 'Valables un quart d’heure, supprimés à la demande de code suivante, au plus tard la nuit d’après',
  },
  {
    what: 'Empreinte de l’adresse internet, changée chaque heure',
    why: 'Limiter les essais répétés',
    until: 'Une heure, puis supprimée à la demande de code suivante, au plus tard la nuit d’après',
  },
  {
    what: 'Journal des actions, sous un numéro',
    why: 'Savoir ce qui s’est passé en cas de problème',
    until: 'Demeure après l’effacement, sans lien avec personne',
  },
];
