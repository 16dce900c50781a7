VAR confiance = 2
VAR tort = false
VAR oral = false
VAR geste = false
VAR venue = false
VAR fait = false
VAR tenu = false
VAR vague = false
VAR solution = false
VAR mercredi = false
VAR bruit = false
VAR obstacle = false
-> entree

=== entree ===
La bouilloire siffle. Quelqu’un se bat avec la photocopieuse.
Carole: « Ne me dis pas que tu viens pour Gabin. J’ai un sandwich, vingt-six copies et la 5e B à la demie. »
+ [« Pas seulement. Je voulais d’abord savoir comment tu allais, ça fait deux semaines qu’on se croise. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Elle a vu votre dossier. Elle entend une approche, et se demande combien de gentillesses il y aura avant la vraie demande.
    Carole: « Je vais très bien. Et dans ton dossier, c’est marqué Gabin. »
    -> pas_assistantes
+ [« Si, je viens pour Gabin. Tu me donnes dix minutes, et à et quart je te laisse à tes copies. »]
    Retour: Elle sait ce que vous voulez et quand cela finit. Sa mauvaise humeur n’a plus rien à deviner.
    Carole: « Au moins, tu annonces la couleur. Dix minutes. Je mange. »
    -> pas_assistantes
+ [« Le GPDS est demain. J’ai l’avis des autres professeurs de la classe, il me manque le tien. Cinq minutes ? »]
    Retour: C’est exact et c’est équitable. Mais elle entend un formulaire : un avis de plus, dont elle ne saura jamais ce qu’il devient.
    Carole: « Mon avis. Tu as une case, ou il faut que je rédige ? »
    -> pas_assistantes

=== pas_assistantes ===
Elle pousse une pile de copies pour vous faire un coin de table.
Carole: « Je te le dis tout de suite : on n’est pas assistantes sociales. Moi, j’ai passé un concours d’histoire-géo. »
+ [« Tu as raison, ce n’est pas notre métier. Mais si ce n’est pas nous, je ne sais pas qui le fera. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: La deuxième phrase annule la première. Elle entend qu’après tout, si, c’est à elle de le porter, et que dire non serait le laisser tomber.
    Carole: « Et voilà. Le coup du dernier rempart. »
    -> tout_essaye
+ [« Ne m’en parle pas. Il y a des soirs où je rentre et je ne dis plus un mot à personne. »]
    Retour: C’est sincère, et cela fait du bien à tout le monde. Elle entend que vous êtes du même côté de la fatigue ; Gabin, lui, vient de sortir de la conversation.
    Carole: « Ah ! Enfin quelqu’un qui le dit. »
    -> plainte
+ [« Moi, je viens te parler de ton cours du jeudi, avec lui dedans. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous ne discutez pas, et vous ne lui demandez pas d’être autre chose. Ce qui reste, un cours, c’est son métier.
    Carole: « Mon cours du jeudi. Bon. Là, je peux te répondre. »
    -> tout_essaye

=== plainte ===
Le logiciel de notes, les surveillances, la salle 12 sans chauffage. Vous riez comme des élèves. Cinq minutes passent.
Carole: « Bref. On nous en demande toujours plus. Et avec Gabin, je te jure, j’ai tout essayé. »
+ [« Le chauffage, vendredi, devant un verre. Pour Gabin : les trois dernières choses que tu as tentées, c’était quoi ? »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous ne jetez pas ce qu’elle vient de dire, vous lui donnez une autre heure. Et vous prenez son « tout » au sérieux : vous en demandez la liste.
    Carole: « Trois ? Je peux t’en faire sept. »
    -> liste
+ [« Tu devrais lever le pied, franchement. Personne ne te le reprochera, après tout ce que tu as fait. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous vouliez la ménager. Elle entend que vous la trouvez usée, et qu’elle devient le sujet à la place de Gabin.
    Carole: « Je ne suis pas en fin de course, merci. »
    -> bloc
+ [« Et encore, tu n’as pas eu les deux heures de réunion de lundi. J’ai compté les carreaux du plafond. »]
    Retour: Elle rit. Il est 13 h 17. La plainte partagée rapproche, mais plus elle dure, plus le nom de Gabin arrivera comme une corvée.
    Carole: « Arrête, je vais m’étouffer. Bon. Tu voulais quoi, déjà ? »
    -> bloc

=== tout_essaye ===
Carole: « Sauf qu’avec lui, on a tout essayé. Tout. Tu peux le noter en gros pour demain. »
+ [« En formation, on nous a montré des contrats très courts, sur une seule semaine. Avec lui, ça pourrait prendre. »]
    ~ solution = true
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Elle vient de dire « tout » ; vous répondez « pas encore ça ». Elle entend que vous n’avez pas demandé ce qu’il y avait dedans.
    -> bloc
+ [« Tu en as fait plus que n’importe qui ici. Je voulais te le dire, et te remercier. »]
    Retour: Le merci est juste, et elle y avait droit. Placé là, il ressemble un peu à la médaille des gens qui s’en vont : vous ne savez toujours pas ce qu’elle a fait.
    -> bloc
+ [« Je ne note pas “tout”. Donne-moi les trois dernières choses, dans l’ordre, avec ce que ça a donné. »]
    Retour: Un peu sec, et pourtant c’est la première fois qu’on lui demande le détail. Elle entend que ce qu’elle a fait compte assez pour être noté.
    Carole: « Dans l’ordre, en plus. Bon. »
    -> liste

=== bloc ===
Carole: { solution: « Un contrat. Tu sais combien il en a signé, des contrats ? Il pourrait ouvrir une étude de notaire. » | « J’ai fait ma part. Maintenant, à d’autres. » }
Elle reprend son stylo rouge. La copie du dessus a déjà douze traits.
+ [« Qu’est-ce que tu as fait, toi, avec lui ? Et ça s’est arrêté comment ? »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous revenez en arrière sans vous excuser pendant dix minutes. « Comment ça s’est arrêté » : personne ne lui avait posé cette question-là.
    Carole: « Comment ça s’est arrêté. Ah, ça, c’est une bonne histoire. Onze mercredis, en 4e, de midi à une heure. »
    -> blessure
+ [« Il a quinze ans, Carole. À cet âge-là, on n’a pas le droit de décider que c’est fini pour lui. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous défendez Gabin ; elle entend un procès. Elle n’a pas dit que c’était fini pour lui. Elle a dit qu’elle, elle n’en pouvait plus.
    -> partir
+ [« Pardon, j’insiste. Je dirai demain qu’en histoire tout a été tenté, et on regardera ailleurs. »]
    Retour: C’est reposant, et cela clôt. Elle entend qu’elle sort du tableau ; le groupe, lui, perdra la personne qui connaît Gabin depuis la 5e.
    -> partir

=== liste ===
Elle compte sur ses doigts, sans lever les yeux.
Carole: « La place devant. Le contrat avec les croix. La fiche de suivi, celle que personne ne lit. Et le tutorat : onze mercredis, en 4e, de midi à une heure. »
+ [« La fiche, elle est lue. J’ai là tes trois dernières remarques, je les apporte demain. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Sur quatre choses, vous répondez à celle qui vous visait. Elle entend que le groupe se défend, et garde les mercredis pour elle.
    Carole: « Lue, peut-être. Répondue, jamais. »
    -> exception
+ [« Onze mercredis. Et le douzième ? »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Trois mots, sur le bon doigt. Vous avez entendu le nombre, et que ce nombre s’arrêtait.
    Carole: « Tiens. Tu comptes, toi. »
    -> blessure
+ [« Dans tout ça, il y en a bien une qui a marché un peu, même à moitié ? »]
    Retour: La question est bonne, un peu tôt. Elle vient d’énumérer quatre efforts, et entend déjà qu’il faut en recommencer un.
    Carole: « À moitié, oui. C’est ma spécialité, le à moitié. »
    -> exception

=== partir ===
Elle referme la boîte du sandwich et commence à rassembler ses copies. Treize heures vingt.
Carole: « Bon. J’ai des photocopies à faire, si la bête veut bien. »
+ [« Je t’envoie deux lignes ce soir, tu répondras quand tu pourras. »]
    Retour: Vous lui épargnez la scène. Elle entend que la conversation est finie, et qu’il lui reste en plus un courriel à ne pas ouvrir.
    -> porte
+ [« J’arrive au mauvais moment, pardon. Je dirai demain que tu n’as pas pu te libérer. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est poli, et cela l’excuse. Elle entend que, demain, on parlera d’elle pour dire qu’elle n’était pas là.
    Carole: « Pas pu me libérer. Eh bien, dis ça. »
    -> porte
+ [« Attends. Si tu n’avais qu’une question à poser au groupe, ce serait laquelle ? »]
    ~ confiance = MIN(confiance + 1, 4)
    ~ tort = true
    ~ mercredi = true
    Retour: Vous posez votre dossier avant elle. Elle entend qu’une réponse pourrait changer quelque chose, y compris votre demande.
    Carole: « Une question ? Pourquoi on m’a laissée attendre un élève, un mercredi, dans une salle vide. Le groupe l’avait mis à l’aide aux devoirs. C’est une surveillante qui me l’a appris. »
    Vous ne trouvez rien à répondre. Vous le lui dites. Elle se rassoit.
    -> demande

=== blessure ===
~ mercredi = true
Carole: « Le douzième, il n’est pas venu. J’ai attendu jusqu’à la demie, avec mes fiches. Le groupe l’avait mis à l’aide aux devoirs. C’est une surveillante qui me l’a appris. »
Elle dit cela en époussetant des miettes.
+ [« Là, c’est nous qui avons mal fait. Quelqu’un devait te prévenir, et personne ne l’a fait. »]
    ~ confiance = MIN(confiance + 1, 4)
    ~ tort = true
    Retour: Pas de « mais », pas d’explication. Elle a raison sur ce point, et vous êtes du groupe qui a eu tort. Elle peut cesser de le prouver.
    Carole: « … Merci. Un an que j’attends cette phrase. Enfin, que je ne l’attendais plus. »
    -> exception
+ [« On aurait dû t’appeler, c’est sûr. Mais ce n’était pas contre toi : ça s’est perdu entre deux courriels. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: La première phrase était la bonne ; le « mais » la reprend. Elle entend que c’est un détail d’organisation, et qu’elle est un peu susceptible.
    Carole: « Entre deux courriels, oui. Comme lui. »
    -> exception
+ [« Et lui ? On lui avait dit, que tu l’attendais ? »]
    Retour: Vous remettez Gabin dans la salle vide, et c’est juste. Elle entend la question, pas encore que ce n’était pas normal pour elle.
    Carole: « Je ne crois pas. Il a dû penser que je l’avais lâché. »
    -> exception

=== exception ===
Un silence. La photocopieuse repart, on applaudit au fond.
Carole: « De toute façon, en cours, il ne fait rien. La feuille blanche, cinquante-cinq minutes. »
+ [« Les autres disent pareil, si ça peut te rassurer. En maths, c’est encore pire. »]
    ~ fait = true
    Retour: Elle est rassurée : ce n’est pas elle. Elle entend aussi que l’affaire est jugée, et qu’il n’y a plus rien à chercher.
    Carole: « Ça ne me rassure pas, ça me confirme. »
    -> demande
+ [« Rien du tout, ou rien à l’écrit ? »]
    ~ oral = true
    ~ fait = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous coupez son « rien » en deux. Elle doit aller regarder dans ses souvenirs, et c’est elle qui trouve.
    Carole: « … À l’écrit. À l’oral, l’autre jour, il m’a sorti les causes de 14 dans l’ordre, sans une note. J’ai cru à un courant d’air. »
    -> demande
+ [« Il y a peut-être autre chose, en dehors du collège, qui l’empêche de s’y mettre. »]
    Retour: L’hypothèse est humaine. Mais vous ouvrez une porte derrière laquelle ni elle ni vous n’avez à entrer, et elle, elle a des choses à raconter.
    -> rumeur

=== rumeur ===
Elle baisse la voix et se penche par-dessus les copies.
Carole: « Si tu savais. On m’a dit, pour sa mère… Enfin, c’est ma voisine qui la connaît. »
+ [« Garde-le pour demain : le GPDS est fait pour ça, et l’assistante sociale y sera. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: La procédure semble respectée. Mais le GPDS n’est pas fait pour « ça » : dit à sept personnes, un bruit de voisinage devient un renseignement.
    Carole: « Devant tout le monde ? Ah non, je ne suis pas une concierge, non plus. »
    -> venir_apres
+ [« Dis toujours, ça reste entre nous. Au moins, je comprendrai pourquoi il n’écrit plus rien. »]
    ~ bruit = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous voilà complices, et vous ne pourrez plus ne pas savoir. Gabin a maintenant une histoire en salle des professeurs, et vous n’avez pas avancé d’un cours.
    Elle raconte. C’est triste, et invérifiable. Il est 13 h 22.
    -> venir_apres
+ [« Ne me le dis pas. Si tu es inquiète pour lui, on monte voir l’assistante sociale, toi et moi, à la récré. »]
    ~ tort = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Le refus est net, et il y a quelque chose derrière. Elle entend que son inquiétude a une adresse, et qu’elle n’ira pas seule.
    Carole: « Tu as raison. Je n’aurais pas aimé qu’on le fasse pour mes gosses. À la récré, d’accord. »
    -> venir_apres

=== venir_apres ===
Vous refermez le sujet. Vous lui demandez de venir au GPDS, un quart d’heure, et de ne parler que du cours.
~ venue = true
-> venir

=== demande ===
Carole: « Et tu veux quoi, exactement ? Parce que si c’est pour reprendre les mercredis, la réponse est non. »
+ { oral } [« Jeudi, sa première réponse à l’oral, à ton bureau, pendant que les autres écrivent. Trois semaines, puis tu me dis. »]
    ~ geste = true
    Retour: Cela part de ce qu’elle a vu, tient dans une heure qu’elle fait déjà, et s’arrête. Elle peut calculer ce que cela lui coûte.
    -> marchandage
+ [« Rien de précis, rassure-toi. Juste que tu gardes un œil sur lui, comme tu sais le faire. »]
    ~ vague = true
    Retour: Vous ne demandez presque rien, pour ne pas peser. Elle entend qu’elle peut dire oui sans rien changer.
    -> flou
+ [« Et si tu reprenais, mais le jeudi, et à deux ? Je viens avec toi à chaque fois. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est généreux : vous donnez votre temps. Elle entend surtout que son « non », dit il y a dix secondes, n’a pas compté.
    -> recul
+ { mercredi } [« Que tu viennes demain, un quart d’heure, raconter ce mercredi-là. Après, tu t’en vas. »]
    ~ venue = true
    Retour: Vous ne demandez pas un effort de plus pour Gabin, mais une parole au groupe. Reste à savoir ce qu’elle y gagne.
    -> venir
+ { not mercredi } [« Que tu viennes demain, un quart d’heure, dire ce que tu as tenté. Après, tu t’en vas. »]
    ~ venue = true
    Retour: Vous ne demandez pas un effort de plus pour Gabin, mais une parole au groupe. Reste à savoir ce qu’elle y gagne.
    -> venir

=== marchandage ===
Elle réfléchit en mâchant.
Carole: « Et les vingt-cinq autres ? “Madame, pourquoi lui, il écrit pas ?” Je les entends d’ici. »
+ [« Tu prends trois élèves à l’oral chaque jeudi, ceux que tu veux. Il est dans le lot, c’est tout. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Son objection était pratique, votre réponse aussi. Elle entend que sa classe compte, et que Gabin ne sera pas montré du doigt.
    Carole: « Trois par jeudi. J’en ai deux autres à qui ça ne ferait pas de mal. »
    -> garantie
+ [« C’est de la différenciation, ça fait partie de nos missions. On peut l’assumer devant eux. »]
    ~ obstacle = true
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Le principe est juste. Mais elle parlait de jeudi, 14 h 05, devant vingt-cinq élèves, et elle entend un texte officiel.
    Carole: « Différenciation. Je l’écrirai au tableau, ça les calmera. »
    -> garantie
+ [« On leur expliquera qu’il traverse un moment difficile. À cet âge, ils comprennent. »]
    ~ obstacle = true
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous comptez sur leur cœur. Carole imagine la tête de Gabin pendant l’explication, et les réflexions à la sortie.
    Carole: « Si je lui fais ça, il ne revient pas du tout. »
    -> garantie

=== venir ===
Carole: « Pour qu’on me dise “merci Carole, on prend note” ? J’ai déjà donné. »
+ [« L’équipe a changé depuis l’an dernier. Tu passes en premier, dix minutes, et on t’écoute. »]
    Retour: Vous arrangez sa venue, et vous répondez pour les autres. Elle entend de la bonne volonté, et se souvient que la dernière aussi était bonne.
    Carole: « En premier. Pour être écoutée plus vite. »
    -> garantie
+ [« Si tu ne viens pas, ils décideront encore sans toi, et on sera deux à le regretter. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est sans doute vrai. Dit comme cela, c’est à elle de réparer ce que le groupe lui a fait.
    Carole: « Donc c’est ma faute si on m’oublie. Intéressant. »
    -> garantie
+ { mercredi } [« Pour changer une règle : quand on arrête une aide, on prévient qui la donnait. Tu la poses. »]
    ~ confiance = MIN(confiance + 1, 4)
    ~ tort = true
    Retour: Elle ne vient plus témoigner, elle vient obtenir quelque chose. Et ce quelque chose servira aussi au prochain Gabin.
    Carole: « Ça, ça m’intéresse. Un quart d’heure, pas une minute de plus. »
    -> garantie
+ { not mercredi } [« Pour changer une règle : une fiche remplie, une réponse dans la semaine. Tu la poses. »]
    ~ confiance = MIN(confiance + 1, 4)
    ~ tort = true
    Retour: Vous avez retenu la fiche que personne ne lit. Elle ne vient plus témoigner, elle vient obtenir quelque chose, et d’autres en profiteront.
    Carole: « Ça, ça m’intéresse. Un quart d’heure, pas une minute de plus. »
    -> garantie

=== flou ===
Carole: « Un œil ? J’en ai deux, prends les deux. »
Elle sourit, très aimable, et cherche la copie suivante.
+ [« Deux yeux, parfait. Je note que tu le suis de près, et on fait le point vendredi. »]
    Retour: Tout le monde est content, et il y a même un jour. Mais elle a dit oui à rien : vendredi, le point n’aura pas d’objet.
    -> garantie
+ [« Et si je venais au fond de ta salle, jeudi ? Je verrais par moi-même, ça t’éviterait d’expliquer. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous voulez lui épargner du travail. Elle entend une visite. En vingt-quatre ans, les gens assis au fond étaient rarement là pour l’élève.
    Carole: « Jeudi, j’ai contrôle. Et jeudi d’après aussi. »
    -> garantie
+ [« Un œil sur quoi, d’ailleurs ? Raconte-moi un moment, jeudi, où il a levé la tête. »]
    ~ confiance = MIN(confiance + 1, 4)
    ~ vague = false
    ~ fait = true
    ~ tort = true
    Retour: Vous ne vous contentez pas de votre propre demande. Elle entend qu’un oui de politesse ne vous suffit pas, et ce que vous demandez, cette fois, elle l’a.
    Carole: « Quand j’ai raconté la lettre du poilu. Il a levé la tête, et il a dit un truc très juste. À l’oral. Note ça, si tu veux. »
    -> garantie

=== recul ===
Carole: « Tu as entendu ce que je viens de dire ? »
+ [« Trente minutes, pas une heure. On essaie une fois et on voit, ça n’engage à rien. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous baissez le prix. Mais ce n’était pas une question de prix : elle entend que vous négociez son refus.
    -> porte
+ [« Oui, pardon. Et sans heure en plus, il y a une chose que tu ferais, toi ? »]
    ~ confiance = MIN(confiance + 1, 4)
    ~ geste = true
    Retour: Le refus est entendu pour de bon, et l’idée suivante lui appartient. C’est la seule qu’elle défendra.
    Carole: « Sans heure en plus ? … Le faire commencer à l’oral. Le laisser parler avant d’écrire. Ça, je peux. »
    -> garantie
+ [« Alors juste la fiche de suivi pour demain, trois lignes, que j’aie quelque chose. »]
    ~ fait = true
    Retour: Vous vous rabattez sur le papier. Elle entend que, faute d’aide pour Gabin, il vous faut une trace pour vous.
    Carole: « Trois lignes. “Présent, muet, feuille blanche.” Voilà, ça en fait une. »
    -> garantie

=== garantie ===
La première sonnerie. Carole se lève, le cartable déjà à l’épaule.
Carole: « Et dans trois semaines, qui me dit que vous ne m’aurez pas encore oubliée ? »
+ [« Ce sera dans le relevé : ton nom, la date du point, et qui doit te répondre. Tu pourras vérifier. »]
    Retour: C’est vrai, et il le faut. Mais elle demandait une personne, vous lui donnez un document où elle devra aller se chercher.
    Carole: « Je connais. Rangé entre le plan de la cantine et l’exercice incendie. »
    -> issue
+ [« Moi. La date est au relevé, et ce jeudi-là, à huit heures, je suis devant ton casier. »]
    ~ tenu = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Quelqu’un, un lieu, une heure, et l’écrit en plus. Elle n’a pas à vous croire : elle pourra vérifier.
    Carole: « Devant mon casier. Apporte un café, alors. »
    -> issue
+ [« C’est vrai qu’on t’a oubliée. Cette fois, on est sept à s’y mettre, et chacun relancera les autres. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Sept, c’est exactement ce qui l’a oubliée. Elle entend que personne en particulier ne s’en souviendra.
    Carole: « Sept. D’accord. »
    -> issue

=== porte ===
Elle a la main sur la porte, le cartable à l’épaule.
+ [« Je comprends. C’est dommage pour lui, il t’aimait bien. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: La phrase reste dans son dos jusqu’en salle 12. Elle entend que Gabin est à sa charge, et qu’elle vient de le poser par terre.
    -> fin_cafe
+ [« On t’a laissée seule avec lui, et là-dessus tu as raison. Je le dirai demain, même sans toi. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous ne demandez plus rien, et vous prenez quelque chose à votre charge. C’est ce qui la retient, la main sur la poignée.
    Carole: « … Dis-leur surtout que personne ne lui a expliqué, à lui, pourquoi le tutorat s’était arrêté. Ça, c’est un fait. »
    Elle sort. Vous l’écrivez avant que la porte se referme.
    -> fin_fait
+ [« Allez, bon courage pour la 5e B. On en reparle à tête reposée. »]
    Retour: C’est gentil. Elle entend que ce n’était pas si important, puisque l’on peut en rester là, et que son sandwich y est passé.
    -> fin_cafe

=== issue ===
{
    - geste && tenu && confiance >= 3: -> fin_essaie
    - geste && tenu && confiance >= 2 && not obstacle: -> fin_essaie
    - venue && tenu && confiance >= 2: -> fin_vient
    - venue && tort && confiance >= 2: -> fin_vient
    - vague: -> fin_oui
    - geste && confiance >= 2 && not tenu: -> fin_oui
    - confiance <= 1: -> fin_cafe
    - fait: -> fin_fait
    - else: -> fin_oui
}

=== fin_essaie ===
Elle se retourne dans le couloir.
Carole: « Et si ça rate, je te préviens, je te le dirai. »
Fin: elle-essaie
-> END

=== fin_vient ===
Carole: « Demain, midi quarante-cinq. Et je passe en premier, j’ai cours après. »
{ bruit: Elle ajoute, plus bas, que pour la mère de Gabin, elle ne vous a rien dit. Vous l’avez pourtant en tête, et vous aurez à le taire. }
Fin: elle-vient
-> END

=== fin_fait ===
Il reste une demi-feuille sur la table, avec votre écriture : ce qui est su, ce qui ne l’est pas.
Fin: un-fait
-> END

=== fin_oui ===
Carole: « Oui, oui. On fait comme ça. »
Elle est déjà dans l’escalier.
Fin: oui-de-politesse
-> END

=== fin_cafe ===
La porte se referme. Sur la table, deux cafés auxquels personne n’a touché.
Fin: cafe-froid
-> END
