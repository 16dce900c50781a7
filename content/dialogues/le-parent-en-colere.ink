VAR confiance = 1
VAR promesse = false
VAR milo = false
VAR date = false
VAR trottoir_vu = false

-> grille

=== grille ===
M. Castaing a encore ses bottes de chantier, et son casque à la main. Milo regarde le trottoir.
M. Castaing: « C’est vous ? C’est vous qui mettez mon fils dehors ? »
+ [« Bonjour monsieur. Vous êtes en colère, je le vois. Dites-moi, je vous écoute. »]
    Retour: C’est ce que l’on apprend, et c’est souvent juste. Mais il a posé une question, et vous l’écoutez là, sous les regards : il entend qu’on le calme.
    M. Castaing: « Je ne suis pas en colère. Je pose une question. »
    -> trottoir
+ [« Oui, c’est moi. Pas ici, devant lui et devant tout le monde. J’ai vingt minutes : venez. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous répondez à sa question, par oui. Vous lui donnez un lieu et du temps, et vous épargnez Milo. Il s’attendait à des précautions ; il en oublie sa phrase suivante.
    -> milo_vient
+ [« Bonjour monsieur. Demain, 17 h 15, avec la CPE : je vous répondrai mieux qu’ici. »]
    Retour: Préparer un rendez-vous est raisonnable, c’est la règle de bien des collèges. Mais il a quitté un chantier à trois heures : il entend qu’il s’est trompé de porte, une fois encore.
    M. Castaing: « Demain. C’est ça. »
    -> trottoir

=== trottoir ===
Deux mères ralentissent. Un élève sort son téléphone. Milo a reculé jusqu’au poteau.
M. Castaing: « J’ai laissé mon chantier. Je perds deux heures. Alors vous me répondez maintenant. »
+ [« Vous avez laissé votre chantier, c’est vrai. On se parle maintenant, mais à l’intérieur. Venez. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous avez entendu la seule chose qu’il disait : ce que cela lui coûte. Vous ne cédez rien, vous changez de lieu. Il vous suit, parce que vous marchez.
    Milo s’installe près de l’assistante d’éducation.
    -> bureau
+ [« Je ne peux pas vous laisser me parler sur ce ton devant des élèves. Baissez la voix, et je vous réponds. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Votre limite est légitime ; elle arrive trop tôt. Il n’a insulté personne, et on le reprend comme un élève, devant son fils, à la grille d’un collège.
    ~ trottoir_vu = true
    M. Castaing: « Mon ton ? Vous voulez l’entendre, mon ton ? »
    -> deborde
+ [« Je préfère que la principale soit présente. Attendez-moi ici, je vais voir si elle est libre. »]
    Retour: Un tiers peut aider. Mais pour l’instant il entend que vous allez chercher du renfort, et vous le laissez seul sur le trottoir, avec les regards.
    Mme Aubin arrive, salue M. Castaing, installe Milo à la vie scolaire et vous ouvre une salle. Elle reste à portée de voix.
    -> bureau

=== milo_vient ===
Dans le hall, M. Castaing s’arrête.
M. Castaing: « Milo vient. Il va dire devant vous ce qui s’est passé. »
+ [« J’aimerais mieux sans lui : il a douze ans, et c’est de lui qu’on va parler. Il peut attendre à la vie scolaire ? »]
    Retour: Vous le protégez, et le père le comprend. Mais c’est Milo qui s’assiéra lundi : si rien ne le fait revenir, il ne saura pas ce qu’on a décidé.
    -> bureau
+ [« D’accord, il vient. Milo, raconte à ton père ce que tu as fait hier, on t’écoute. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous acceptez, et cela a l’air franc. Mais Milo doit vous donner tort ou donner tort à son père. Il se tait, et chacun croit que son silence lui donne raison.
    Milo: « … J’ai rien fait. »
    -> bureau
+ [« Il vient, mais quand on en sera à lundi : ce sera son accord aussi. D’abord, dix minutes, vous et moi. »]
    ~ milo = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Ni tribunal ni mise à l’écart. Le père entend que son fils aura sa place, et Milo qu’il n’aura pas à témoigner.
    Milo va s’asseoir à la vie scolaire, son sac sur les genoux.
    -> bureau

=== bureau ===
Une salle vide, trois chaises. Il reste debout.
M. Castaing: « Allez-y. Je vous écoute. Pourquoi mon fils est dehors ? »
+ [« Avant de vous répondre, j’aimerais savoir ce que Milo vous a raconté. C’est important pour moi de partir de son point de vue. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: D’ordinaire, c’est une bonne question. Ici, il vient d’en poser une, et vous ne répondez pas. Il flaire le piège : on veut comparer, et prendre son fils en faute.
    M. Castaing: « C’est moi qui demande. »
    -> trois_fois
+ [« Il a lancé un compas, tout près des yeux d’une élève. J’ai eu peur, je l’ai fait sortir. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Un objet, un danger, et votre peur à vous. Rien sur ce qu’est Milo. Le père regarde ses mains : un compas, il sait ce que c’est.
    M. Castaing: « Un compas. Il m’a dit une gomme. »
    -> trois_fois
+ [« Hier, c’était la troisième fois en un mois. Depuis la rentrée, il a du mal à tenir en place. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous donnez le contexte, et il est exact. Mais il demandait ce qui s’est passé hier, et vous lui répondez ce qu’est son fils depuis septembre.
    M. Castaing: « La troisième. »
    -> trois_fois

=== trois_fois ===
Il tire une chaise. Il ne s’assied pas.
M. Castaing: « Trois fois en un mois. Trois. Et qui me l’apprend ? Lui. »
+ [« Vous avez raison. C’était à moi de vous appeler, dès la première. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Il avait préparé la suite, et elle ne sert plus. Reconnaître ce qui est exact ne vous enlève pas le compas. Il s’assied.
    -> couloir
+ [« La vie scolaire vous a sûrement envoyé un message, c’est automatique. Vous avez regardé sur votre espace ? »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Il y a peut-être un message, en effet. Mais vous lui répondez qu’il aurait dû chercher. Il vous parlait d’une voix au téléphone, pas d’un espace.
    M. Castaing: « Mon espace. »
    -> couloir
+ [« C’est vrai, et je le regrette. Avec cinq classes de vingt-huit, je n’arrive pas à appeler tout le monde. »]
    Retour: C’est sincère, et votre fatigue est réelle. Il reçoit le regret, puis il compte : son fils est un parmi cent quarante, et c’est à lui de vous comprendre.
    M. Castaing: « Moi aussi, j’ai du travail. »
    -> couloir

=== couloir ===
M. Castaing: « Et hier, il est resté dans le couloir. Quarante minutes. Assis par terre, avec rien. »
+ [« Le délégué devait le conduire à la vie scolaire. Je lui demanderai demain ce qu’ils ont fait tous les deux. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous cherchez le fait exact, et il le faudra. Mais il vous parle de quarante minutes par terre, et vous enquêtez sur le trajet : il entend qu’on ne le croit pas.
    { confiance <= 1 and not trottoir_vu:
        -> deborde
    - else:
        -> dehors
    }
+ [« Quarante minutes dans un couloir, ce n’est pas normal. Je vous présente mes excuses, et ça n’arrivera plus. »]
    Retour: L’excuse lui fait quelque chose. Mais vous ne savez pas encore ce qui s’est passé, et « n’arrivera plus » dépend de dix personnes. Il range la phrase avec les autres formules.
    -> dehors
+ [« Pour le couloir, je ne savais pas, et je vais vérifier ce soir. Le travail, c’était à moi de le donner. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous ne couvrez personne, vous n’accusez personne. Il voit où s’arrête ce que vous savez. Un élève exclu de cours est pris en charge : là-dessus, la règle est du côté du père, et vous ne la tordez pas.
    -> dehors

=== deborde ===
Il crie, maintenant. Plus loin, une fenêtre s’ouvre.
M. Castaing: « Vous êtes tous pareils, bande d’incapables ! Ça vous plaît, d’humilier des gosses ? »
+ [Ne rien dire, attendre qu’il ait tout sorti : il faut que ça passe.]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Écouter la colère, oui. L’insulte que personne n’arrête, elle, laisse tout le monde plus petit : vous, Milo qui entend, et lui, qui s’entend aussi.
    -> apres_eclat
+ [« “Incapables”, non, je ne l’accepte pas. Je veux bien vous écouter, mais sans insulte. Ou un autre jour, avec Mme Aubin. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Le mot est refusé, pas l’homme. Deux chemins, et c’est lui qui choisit : il garde la face. Il se passe la main sur la nuque.
    M. Castaing: « … Excusez-moi. Allez-y. »
    -> apres_eclat
+ [« Pas d’insulte. On s’arrête là pour aujourd’hui, et Mme Aubin vous appelle demain matin. »]
    Retour: Vous avez le droit d’arrêter, et nul ne vous le reprochera. Il n’a pas eu à choisir : il part. Milo rentre à pied derrière lui, à trois mètres.
    -> apres_coup

=== apres_eclat ===
{ trottoir_vu:
    Vous entrez dans le hall, l’un derrière l’autre. Milo s’assied sur un banc. Vous ouvrez la première salle vide.
    -> trois_fois
- else:
    -> dehors
}

=== dehors ===
Il parle plus bas. Il regarde la fenêtre.
M. Castaing: « Moi aussi, on me mettait dehors. En cinquième, justement. À la fin, j’y allais tout seul, dans le couloir. »
+ [« Et vous voilà architecte. Comme quoi, rien n’est joué à douze ans, et l’école ne fait pas tout. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est un hommage, et il tombe mal. Il ne vous demandait pas de trouver que tout finit bien. Il vous dit qu’il connaît ce couloir, et qu’il voit son fils s’y asseoir.
    -> exigence
+ [« C’était une autre époque. Milo, on fait tout pour le garder : trois fois en un mois, ce n’est pas tous les jours. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous voulez séparer les deux histoires, et vous avez vos raisons. Pour lui, elles n’en font qu’une, et « on fait tout » s’arrête au compte de trois exclusions.
    -> exigence
+ [« Vous avez peur qu’il finisse par y aller tout seul. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Une phrase, et pas un conseil. Vous dites tout haut ce que sa colère portait. Il ne répond pas ; il hoche la tête, et sa chaise recule d’un cran.
    -> exigence

=== exigence ===
M. Castaing: « Bon. Je ne veux plus qu’on le mette dehors. C’est tout ce que je demande. »
+ [« Entendu. À partir de lundi, je trouve autre chose que la porte, quoi qu’il arrive. »]
    ~ promesse = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Il vous serre presque la main, et le poids tombe pour vous aussi. Lundi, il y aura vingt-huit élèves, des compas, et une phrase que vous ne pourrez pas tenir.
    -> apres_promesse
+ [« Ça, c’est le règlement intérieur, ce n’est pas moi qui l’ai écrit. Je dois l’appliquer, comme tous mes collègues, que ça me plaise ou non. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous vous abritez, et c’est humain. Mais c’est vous qui avez ouvert la porte, pas le règlement. Il cherche quelqu’un à qui parler et trouve un papier.
    -> accord
+ [« Ça, je ne peux pas. S’il y a danger, il sortira, mais accompagné, avec du travail, et je vous appelle le jour même. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: C’est un non, et il l’entend jusqu’au bout : trois choses précises, qui dépendent de vous. On peut compter sur quelqu’un qui dit non à la première demande.
    M. Castaing: « Le jour même. Même si ce n’est pas grave. »
    -> accord

=== apres_promesse ===
Il se lève, rassuré. À la porte, il se retourne.
M. Castaing: « Alors s’il recommence avec un compas, il reste. Je peux lui dire ? »
+ [« Non. Un compas, il sort : j’ai dit oui trop vite. Mais il ne sera pas seul, et je vous appelle. »]
    ~ promesse = false
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Son visage se ferme, puis il réfléchit. Vous lui retirez quelque chose, en face, et vous dites ce que vous gardez. Il aime mieux cela que de l’apprendre un lundi.
    -> suite
+ [« Dites-lui plutôt qu’on a trois semaines, lui et moi, pour que la question ne se pose pas. »]
    Retour: C’est joliment dit, et ce n’est pas une réponse. Milo entendra ce soir ce que son père aura compris : il peut rester, quoi qu’il fasse.
    -> suite
+ [« Oui. J’en parle ce soir à mes collègues, pour qu’on ait une autre solution sur le moment. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous vouliez finir sur un accord. Vous venez d’en faire une règle, à laquelle ni vos collègues, ni l’élève visée hier, n’ont été invités.
    -> suite

=== accord ===
16 h 58. Il reste quelques minutes.
{ milo:
    Milo est entré. Il s’assied sur le bord de la troisième chaise, entre vous deux.
- else:
    Par la vitre, on voit Milo, de l’autre côté du hall, qui balance les pieds.
}
M. Castaing: « Et lundi, concrètement ? »
+ [« Lundi, je propose qu’il commence par s’excuser devant la classe. Après, on repart à zéro, et on n’en parle plus. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous cherchez une fin nette. Mais s’excuser devant vingt-huit personnes, à douze ans, c’est passer au tableau. Il le fera en riant. Réparer avec l’élève visée, oui : à part, et aidé.
    -> suite
+ [« Une fiche de suivi, remplie à chaque heure par tous les professeurs, et que vous signez le soir. On verra vite si ça progresse. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est sérieux, et vous pensez bien faire. Mais l’incident est le lundi, avec vous ; la fiche met tout le monde autour de Milo, et son père devient le contrôleur du soir.
    -> suite
+ [« On demande à Milo ce qui fait que ça part. Et je change une chose, une seule, pendant trois semaines. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Une chose, une durée, et c’est Milo qui sait. Vous prenez une part sans la prendre toute. Le père se tourne vers son fils, et attend, comme vous.
    { milo:
        Milo: « C’est quand j’ai fini. J’ai rien à faire, alors… Et si je suis devant, je vois pas Kenzo. »
        -> suite
    - else:
        M. Castaing ouvre la porte et l’appelle. Milo entre, surpris qu’on lui demande.
        ~ milo = true
        Milo: « C’est quand j’ai fini. J’ai rien à faire, alors… »
        -> suite
    }

=== suite ===
M. Castaing remet sa veste. Il a l’air fatigué, maintenant.
M. Castaing: « Et moi, comment je sais ? »
+ [« Vendredi, 17 h, je vous appelle. Même s’il n’y a rien à dire. Cinq minutes. »]
    ~ date = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Un jour, une heure, une durée. Il n’aura plus à apprendre les choses par Milo, et Milo n’aura plus à choisir lesquelles raconter.
    M. Castaing: « Vendredi. Si je ne réponds pas, je suis sur un chantier. Insistez. »
    -> fins
+ [« Vous avez mon adresse, et vous me trouvez ici tous les jours jusqu’à 17 h. Au moindre doute, vous venez. »]
    Retour: Votre porte est ouverte, et c’est à lui de la pousser. Il vient de le faire une fois : c’était aujourd’hui, et c’était la colère. Le premier pas reste le sien.
    M. Castaing: « D’accord. Je verrai. »
    -> fins
+ [« Milo vous le dira lui-même chaque lundi soir. C’est une bonne façon de le responsabiliser, non ? »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: L’idée est de lui faire confiance. Mais c’est ainsi que le compas est devenu une gomme. Vous remettez un enfant au milieu, avec les mauvaises nouvelles à porter.
    M. Castaing: « Il me dit ce qu’il veut bien me dire. »
    -> fins

=== apres_coup ===
17 h 05. Vos mains tremblent un peu. Dans la salle des professeurs, une collègue lève la tête : « Ça va ? On a entendu crier. »
+ [« Le père de Milo m’est tombé dessus. Je comprends mieux d’où ça vient, pour Milo. Méfiez-vous, il n’est pas commode. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous avez besoin de soutien, et vous y avez droit. Mais demain, quatre collègues auront Milo devant eux avec le portrait de son père. Cela se verra.
    -> lendemain
+ [« Non, ça ne va pas. Je passe voir Mme Aubin : je lui dis l’insulte, et je lui dis aussi que je n’avais jamais appelé. »]
    Retour: Vous ne portez pas cela dans votre coin, et vous donnez les deux moitiés. La direction peut vous protéger d’autant mieux qu’elle sait tout.
    -> lendemain
+ [« Oui, oui, c’est réglé. Un parent un peu vif, ça arrive. Je rentre, j’ai des copies. »]
    Retour: Vous tenez debout, et vous gardez tout pour vous. Personne ne pourra vous aider ce soir ; et personne, demain, ne saura qu’un père attend une réponse.
    -> lendemain

=== lendemain ===
Mercredi, 8 h 20. Milo n’a pas cours avec vous aujourd’hui. Mme Aubin a entendu les éclats de voix ; elle vous demande ce que vous souhaitez.
+ [« Que vous l’appeliez ce matin, et qu’il s’excuse pour l’insulte. Je le recevrai ensuite, mardi par exemple. »]
    ~ date = true
    Retour: La principale le rappelle à l’ordre, et c’est son rôle : vous n’avez pas à porter l’insulte. Mais le premier appel n’a parlé que d’elle ; vos trois exclusions sans nouvelles restent à dire.
    M. Castaing répond au deuxième appel. Il dit oui pour mardi, et raccroche.
    -> derniere_porte
+ [« Je préfère l’appeler, avec vous à côté. Je lui dis que l’insulte ne passe pas, que j’aurais dû appeler avant, et on se voit à quatre. »]
    ~ confiance = MIN(confiance + 1, 4)
    ~ date = true
    Retour: Vous tenez les deux bouts, la limite et le tort. C’est long, deux secondes de silence au téléphone. Puis il dit : « Mardi, dix-sept heures. »
    -> derniere_porte
+ [« Rien pour l’instant. C’est vrai que je n’avais pas appelé : je laisse passer l’orage, et je l’appelle lundi soir. »]
    Retour: Vous ne voulez pas envenimer, et vous reconnaissez votre part. Mais chez lui, la soirée a servi à raconter. Lundi matin, Milo entrera avec l’histoire de son père sur les épaules.
    -> derniere_porte

=== derniere_porte ===
Lundi, 10 h. La 5e B attend devant la salle. Milo est le dernier, les yeux baissés. C’est la première fois que vous le revoyez.
+ [« Bonjour Milo. On repart de zéro, toi et moi. Ce qu’on s’est dit, ton père et moi, ça reste entre adultes. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous voulez l’alléger. Mais cela le regarde plus que personne : c’est de lui qu’il s’agissait. On lui demande d’oublier ce que son père répète depuis six jours.
    -> fins_rupture
+ [« Bonjour Milo. Ton père a eu raison de s’inquiéter. Tu es devant, et j’ai quelque chose pour ta fin d’heure. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Il n’a pas à choisir : celui qui l’accueille respecte celui qui l’a défendu. Ce soir, cette phrase arrivera chez lui avant tout courrier.
    -> fins_rupture
+ [Lui faire un signe de tête, comme aux autres, et commencer le cours à l’heure.]
    Retour: C’est digne, et neutre. Mais il guettait un signe, et le neutre, quand on guette, ressemble à de la froideur. Il s’assied au fond, là où est Kenzo.
    -> fins_rupture

=== fins_rupture ===
{ date or confiance >= 2:
    Mardi, 17 h, quatre chaises autour d’une table.
    Fin: tiers
- else:
    Le téléphone de M. Castaing sonne dans le vide.
    Fin: camp
}
-> END

=== fins ===
{
- promesse:
    Sur le trottoir, le père pose la main sur la tête de son fils et lui parle. Milo sourit.
    Fin: promesse
- date and milo and confiance >= 3:
    Sur le trottoir, ils marchent côte à côte.
    Fin: essai
- confiance >= 1 or date:
    Sur le trottoir, Milo marche un peu derrière.
    Fin: accord-fragile
- else:
    Il ne vous a pas serré la main. Sur le trottoir, Milo court pour le rattraper.
    Fin: camp
}
-> END
