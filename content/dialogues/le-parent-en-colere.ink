VAR confiance = 1
VAR promesse = false
VAR milo = false
VAR date = false
VAR trottoir_vu = false

-> grille

=== grille ===
M. Delmas a de la poussière d’ardoise sur les manches. Il ne s’est pas changé. Milo regarde le trottoir.
M. Delmas: « C’est vous ? C’est vous qui mettez mon fils dehors ? »
+ [« Bonjour monsieur. Je comprends tout à fait votre colère, et je vous propose que nous en parlions calmement. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Les mots sont corrects. Lui entend « calmement », donc qu’il ne l’est pas, et « je comprends tout à fait », alors qu’il n’a encore rien dit.
    M. Delmas: « Je suis calme. »
    -> trottoir
+ [« Oui, c’est moi. Pas ici, devant lui et devant tout le monde. J’ai vingt minutes : venez. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous répondez à sa question, par oui. Vous lui donnez un lieu et du temps, et vous épargnez Milo. Il s’attendait à des précautions ; il en oublie sa phrase suivante.
    -> milo_vient
+ [« Il faudrait prendre rendez-vous, monsieur, par la messagerie ou au secrétariat. Je vous recevrai avec plaisir. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est la règle de la maison, et elle a du sens. Mais il a quitté un toit à trois heures pour être là. Il entend qu’il s’est trompé de porte, une fois encore.
    M. Delmas: « Avec plaisir. C’est ça. »
    -> trottoir

=== trottoir ===
Deux mères ralentissent. Un élève sort son téléphone. Milo a reculé jusqu’au poteau.
M. Delmas: « J’ai laissé mon chantier. Je perds deux heures. Alors vous me répondez maintenant. »
+ [« Un chantier laissé pour ça. Alors c’est maintenant, mais à l’intérieur. Suivez-moi. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous avez entendu la seule chose qu’il disait : ce que cela lui coûte. Vous ne cédez rien, vous changez de lieu. Il vous suit, parce que vous marchez.
    Milo s’installe près de l’assistante d’éducation.
    -> bureau
+ [« Je ne peux pas vous laisser me parler sur ce ton devant des élèves. Baissez la voix, et je vous réponds. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Votre limite est légitime ; elle arrive trop tôt. Il n’a insulté personne, et on le reprend comme un élève, devant son fils, à la grille d’un collège.
    ~ trottoir_vu = true
    M. Delmas: « Mon ton ? Vous voulez l’entendre, mon ton ? »
    -> deborde
+ [« Je préfère que la principale soit présente. Attendez-moi ici, je vais voir si elle est libre. »]
    Retour: Un tiers peut aider. Mais pour l’instant il entend que vous allez chercher du renfort, et vous le laissez seul sur le trottoir, avec les regards.
    Mme Aubin arrive, salue M. Delmas, installe Milo à la vie scolaire et vous ouvre une salle. Elle reste à portée de voix.
    -> bureau

=== milo_vient ===
Dans le hall, M. Delmas s’arrête.
M. Delmas: « Le petit vient. Il va dire devant vous ce qui s’est passé. »
+ [« Je préfère le laisser en dehors de ça, c’est une affaire d’adultes. Il peut nous attendre dans la cour, si vous voulez bien. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous le protégez. Mais son père n’a que sa parole à lui, et vous l’écartez d’abord. Et c’est bien Milo qui s’assiéra lundi : il ne saura pas ce qu’on a décidé.
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
M. Delmas: « Allez-y. Je vous écoute. Pourquoi mon fils est dehors ? »
+ [« Avant de vous répondre, j’aimerais savoir ce que Milo vous a raconté. C’est important pour moi de partir de son point de vue. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: D’ordinaire, c’est une bonne question. Ici, il vient d’en poser une, et vous ne répondez pas. Il flaire le piège : on veut comparer, et prendre son fils en faute.
    M. Delmas: « C’est moi qui demande. »
    -> trois_fois
+ [« Hier, 10 h 40, il a lancé un compas. Tout près des yeux d’une élève. J’ai eu peur, je l’ai fait sortir. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Une heure, un objet, un danger, et votre peur à vous. Rien sur ce qu’est Milo. Le père regarde ses mains : un compas, il sait ce que c’est.
    M. Delmas: « Un compas. Il m’a dit une gomme. »
    -> trois_fois
+ [« Milo a du mal à tenir en place depuis la rentrée. Nous sommes plusieurs à le dire, pas seulement moi. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous donnez le contexte. Lui compte : plusieurs contre un. Il demandait ce qui s’était passé hier, et vous lui répondez ce qu’est son fils depuis septembre.
    M. Delmas: « Plusieurs. Et moi, personne m’appelle. »
    -> trois_fois

=== trois_fois ===
Il tire une chaise. Il ne s’assied pas.
M. Delmas: « Trois fois en un mois. Trois. Et qui me l’apprend ? Lui. »
+ [« C’est vrai. Trois fois, et pas un appel. J’aurais dû vous appeler à la première. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Il avait préparé la suite, et elle ne sert plus. Reconnaître ce qui est exact ne vous enlève pas le compas. Il s’assied.
    -> couloir
+ [« La vie scolaire vous a sûrement envoyé un message, c’est automatique. Vous avez regardé sur votre espace ? »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Il y a peut-être un message, en effet. Mais vous lui répondez qu’il aurait dû chercher. Il vous parlait d’une voix au téléphone, pas d’un espace.
    M. Delmas: « Mon espace. »
    -> couloir
+ [« Je vous comprends. Avec cinq classes de vingt-huit, croyez bien que j’aimerais pouvoir appeler tout le monde. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est sincère, et votre fatigue est réelle. Mais il entend que son fils est un parmi cent quarante, et que c’est lui qui devrait vous comprendre.
    M. Delmas: « Moi aussi, j’ai du travail. »
    -> couloir

=== couloir ===
M. Delmas: « Et hier, il est resté dans le couloir. Quarante minutes. Assis par terre, avec rien. »
+ [« C’est étrange, le délégué devait l’accompagner à la vie scolaire. Vous êtes certain que Milo vous a bien tout raconté ? »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous cherchez le fait exact. Mais la question traite son fils de menteur, et lui de dupe. S’il s’avère qu’il a dit vrai, vous n’aurez plus de voix.
    { confiance <= 1 and not trottoir_vu:
        -> deborde
    - else:
        -> dehors
    }
+ [« C’est inadmissible, et je vous présente les excuses du collège. Je vous garantis personnellement que ça ne se reproduira jamais. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Il n’en demandait pas tant. Vous ne savez pas encore ce qui s’est passé, et « jamais » dépend de dix personnes. Il range cette phrase avec les autres formules.
    -> dehors
+ [« Je ne le savais pas. Le travail, c’est moi qui ne l’ai pas donné, et j’aurais dû. Le couloir, je le vérifie ce soir. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous ne couvrez personne, vous n’accusez personne. Il voit où s’arrête ce que vous savez. Un élève exclu est pris en charge, avec un travail : la règle est du côté du père, et vous ne la tordez pas.
    -> dehors

=== deborde ===
Il crie, maintenant. Plus loin, une fenêtre s’ouvre.
M. Delmas: « Vous êtes tous pareils, bande d’incapables ! Ça vous plaît, d’humilier des gosses ? »
+ [Ne rien dire, attendre qu’il ait tout sorti : il faut que ça passe.]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Écouter la colère, oui. L’insulte que personne n’arrête, elle, laisse tout le monde plus petit : vous, Milo qui entend, et lui, qui s’entend aussi.
    -> apres_eclat
+ [« “Incapables”, non. Votre colère, je l’écoute. On continue sans insulte, ou on se voit jeudi avec Mme Aubin. Choisissez. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Le mot est refusé, pas l’homme. Deux chemins, et c’est lui qui choisit : il garde la face. Il se passe la main sur la nuque.
    M. Delmas: « … Excusez. Allez-y. »
    -> apres_eclat
+ [« Ça suffit. L’entretien est terminé, je vous demande de partir. On vous écrira. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous avez le droit d’arrêter, et nul ne vous le reprochera. Mais « on vous écrira » ferme sans date. Milo rentre à pied derrière lui, à trois mètres.
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
M. Delmas: « Moi aussi, on me mettait dehors. En cinquième, justement. À la fin, j’y allais tout seul, dans le couloir. »
+ [« Et vous avez réussi autrement, avec votre métier. Comme quoi, l’école ne fait pas tout, ne vous en faites pas. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est un hommage, et il tombe mal. Il ne vous demandait pas de trouver que tout finit bien. Il vous dit qu’il connaît ce couloir, et qu’il voit son fils s’y asseoir.
    -> exigence
+ [« Ça n’a rien à voir, monsieur, c’était une autre époque. Milo, lui, on fait tout pour le garder. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous voulez séparer les deux histoires, et vous avez vos raisons. Pour lui, elles n’en font qu’une, et « on fait tout » s’arrête au compte de trois exclusions.
    -> exigence
+ [« Vous avez peur qu’il finisse par y aller tout seul. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Une phrase, et pas un conseil. Vous dites tout haut ce que sa colère portait. Il ne répond pas ; il hoche la tête, et sa chaise recule d’un cran.
    -> exigence

=== exigence ===
M. Delmas: « Bon. Je veux plus qu’on le mette dehors. C’est tout ce que je demande. »
+ [« Entendu. Vous avez ma parole : à partir de lundi, je trouverai une autre solution que l’exclusion, quoi qu’il arrive. »]
    ~ promesse = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Il vous serre presque la main, et le poids tombe pour vous aussi. Lundi, il y aura vingt-huit élèves, des compas, et une phrase que vous ne pourrez pas tenir.
    -> apres_promesse
+ [« Ça, c’est le règlement intérieur, ce n’est pas moi qui l’ai écrit. Je dois l’appliquer, comme tous mes collègues, que ça me plaise ou non. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous vous abritez, et c’est humain. Mais c’est vous qui avez ouvert la porte, pas le règlement. Il cherche quelqu’un à qui parler et trouve un papier.
    -> accord
+ [« Ça, non. S’il y a danger, il sortira. Accompagné, avec du travail, et je vous appelle le jour même. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: C’est un non, et il l’entend jusqu’au bout : trois choses précises, qui dépendent de vous. On peut compter sur quelqu’un qui dit non à la première demande.
    M. Delmas: « Le jour même. Même si c’est pas grave. »
    -> accord

=== apres_promesse ===
Il se lève, rassuré. À la porte, il se retourne.
M. Delmas: « Alors s’il recommence avec un compas, il reste. Je peux lui dire ? »
+ [« Non. J’ai dit oui trop vite : un compas, il sort. Ce que je vous promets, c’est qu’il ne sera pas seul, et que je vous appelle. »]
    ~ promesse = false
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Son visage se ferme, puis il réfléchit. Vous lui retirez quelque chose, en face, et vous dites ce que vous gardez. Il aime mieux cela que de l’apprendre un lundi.
    -> suite
+ [« Dites-lui que je lui fais confiance, et que je sais qu’il ne recommencera pas. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est joliment dit, et ce n’est pas une réponse. Milo entendra ce soir ce que son père aura compris : il peut rester, quoi qu’il fasse.
    -> suite
+ [« Oui, dites-lui. Je m’arrangerai avec mes collègues, on trouvera bien une solution sur le moment. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous vouliez finir sur un accord. Vous venez d’en faire une règle, à laquelle ni vos collègues, ni l’élève visée hier, n’ont été invités.
    -> suite

=== accord ===
16 h 58. Il reste quelques minutes.
{ milo:
    Milo est entré. Il s’assied sur le bord de la troisième chaise, entre vous deux.
- else:
    Par la vitre, on voit Milo qui shoote dans un gravier.
}
M. Delmas: « Et lundi, concrètement ? »
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
        M. Delmas ouvre la porte et l’appelle. Milo entre, surpris qu’on lui demande.
        ~ milo = true
        Milo: « C’est quand j’ai fini. J’ai rien à faire, alors… »
        -> suite
    }

=== suite ===
M. Delmas remet sa veste. Il a l’air fatigué, maintenant.
M. Delmas: « Et moi, comment je sais ? »
+ [« Vendredi, 17 h, je vous appelle. Même s’il n’y a rien à dire. Cinq minutes. »]
    ~ date = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Un jour, une heure, une durée. Il n’aura plus à apprendre les choses par Milo, et Milo n’aura plus à choisir lesquelles raconter.
    M. Delmas: « Vendredi. Si je réponds pas, je suis sur un toit. Insistez. »
    -> fins
+ [« N’hésitez surtout pas à m’écrire ou à passer, dès que vous avez une question. Je suis toujours disponible. »]
    Retour: Votre porte est ouverte, et c’est à lui de la pousser. Il vient de le faire une fois : c’était aujourd’hui, et c’était la colère. Le premier pas reste le sien.
    M. Delmas: « D’accord. Je verrai. »
    -> fins
+ [« Milo vous le dira lui-même chaque lundi soir. C’est une bonne façon de le responsabiliser, non ? »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: L’idée est de lui faire confiance. Mais c’est ainsi que le compas est devenu une gomme. Vous remettez un enfant au milieu, avec les mauvaises nouvelles à porter.
    M. Delmas: « Il me dit ce qu’il veut, Milo. »
    -> fins

=== apres_coup ===
17 h 05. Vos mains tremblent un peu. Dans la salle des professeurs, une collègue lève la tête : « Ça va ? On a entendu crier. »
+ [« Le père Delmas m’est tombé dessus. Je comprends mieux d’où ça vient, pour Milo. Méfiez-vous, il n’est pas commode. »]
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
+ [« Que vous l’appeliez, vous, et qu’il sache qu’on n’insulte pas un professeur. Pour la suite, on verra quand il se sera excusé. »]
    Retour: La principale peut le rappeler à l’ordre, et c’est son rôle. Mais si le premier appel dit seulement cela, les trois exclusions sans nouvelles deviennent le détail.
    M. Delmas répond au deuxième appel. Il dit oui, non, et raccroche.
    -> derniere_porte
+ [« Je l’appelle ce midi, à côté de vous. L’insulte, non ; les trois fois sans appel, c’est vrai. Et je propose mardi, à quatre. »]
    ~ confiance = MIN(confiance + 1, 4)
    ~ date = true
    Retour: Vous tenez les deux bouts, la limite et le tort. C’est long, deux secondes de silence au téléphone. Puis il dit : « Mardi, dix-sept heures. »
    -> derniere_porte
+ [« Rien. Il était hors de lui, il a dû se calmer. Je préfère laisser retomber, et repartir normalement lundi. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous ne voulez pas envenimer. Mais rien ne retombe : chez lui, la soirée a servi à raconter. Lundi, Milo entrera avec l’histoire de son père sur les épaules.
    -> derniere_porte

=== derniere_porte ===
Lundi, 10 h. La 5e B attend devant la salle. Milo est le dernier, les yeux baissés. C’est la première fois que vous le revoyez.
+ [« Bonjour Milo. On oublie tout, d’accord ? Ce qui s’est dit entre ton père et moi, ce sont des histoires de grands, ça ne te regarde pas. »]
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
    Le téléphone de M. Delmas sonne dans le vide.
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
