VAR confiance = 2
VAR ouvert = false
VAR promesse = false
VAR entre = false
VAR rendezvous = false

-> accueil

=== accueil ===
Capuche sur la tête, il serre son sac contre lui. Le sac est plat.
Yanis: « Ma mère voulait que je vienne. Voilà. Je suis venu. »
+ [« Ça fait plaisir de te revoir, Yanis. On se demandait tous ce que tu devenais. Entre cinq minutes. »]
    Retour: Vous êtes sincère, et il le voit. Il entend aussi « tous » : trois semaines que l’on parle de lui. Ce qu’il redoute là-haut vient de commencer ici.
    Yanis: « Tous. Génial. »
    -> bureau
+ [« Tu es venu. Je te prends dix minutes, avant que ça se remplisse. Garde ta veste si tu veux. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous nommez le seul fait du matin, sans en faire une fête. Il sait combien de temps cela durera, et il peut rester caché encore un peu.
    Il se lève. Il entre le premier.
    -> bureau
+ [« Tu arrives à temps pour les maths, c’est bien. Monte avec les autres, on se voit à dix heures. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Reprendre vite est une bonne idée. Reprendre seul, c’est autre chose. Il entend : débrouille-toi avec la porte. Or c’est la porte qu’il ne passe plus.
    -> escalier

=== bureau ===
Il s’assied au bord de la chaise, tourné vers la sortie.
Yanis: « C’est bon, allez-y. La morale. »
+ [« Pas de morale. Ici, tu peux tout me dire, je t’écoute, et ça reste entre nous. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Il n’avait rien demandé. Depuis trois semaines, vous écrivez sur lui et vous appelez chez lui : un secret offert si vite sonne faux.
    Yanis: « Entre nous et l’ordinateur, ouais. »
    -> jours
+ [« Tu as manqué trois semaines, tu le sais mieux que moi. Ce qui m’occupe, c’est l’heure qui vient. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Le fait est posé, et vous ne l’agitez pas. Trois semaines deviennent une heure : c’est une taille à laquelle on peut penser.
    Yanis: « L’heure qui vient, c’est Renaud. »
    -> jours
+ [« Pas de morale. Le brevet est dans sept mois : on a le temps, si on s’y met matière par matière. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Tout est vrai, et c’est encourageant. Mais juin, ce matin, c’est très loin : pour lui, c’est la morale, dite gentiment.
    Yanis: « Vous voyez. »
    -> jours

=== escalier ===
Devant la salle 204, les conversations s’arrêtent. Vous arrivez derrière lui, un dossier à la main. M. Renaud sort ses clés.
M. Renaud: « Tiens, un revenant ! »
On rit, sans méchanceté. Yanis regarde l’escalier.
+ [« Vas-y, entre. Le plus dur, c’est de passer la porte ; dans cinq minutes, plus personne n’y pense. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous avez raison pour les autres. Lui, c’est maintenant qu’il a chaud au visage. Il entend qu’il doit sauter, et qu’il sautera sans vous.
    Il fait demi-tour. Il ne court pas.
    -> grille
+ [« Il plaisante, ne le prends pas mal. C’est lui qui m’a demandé le plus souvent de tes nouvelles. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est vrai, et M. Renaud n’a pas voulu blesser. Mais vous expliquez l’adulte à celui dont on vient de rire : sa gêne devient son erreur.
    Il fait demi-tour. Il ne court pas.
    -> grille
+ [« Monsieur Renaud, je vous l’emprunte. On redescend, Yanis. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous n’expliquez rien à personne, et il n’a pas à choisir entre entrer et fuir. Il voit que la scène ne vous a pas échappé.
    Dans votre bureau, il met longtemps à s’asseoir.
    -> jours

=== grille ===
Vous le rejoignez à dix mètres du portail. L’assistante d’éducation a la clé. Il a quinze ans, et le collège répond de lui.
Yanis: « Je peux pas. Laissez-moi partir. Je reviens demain. »
+ [« Bon. Je préviens ta mère, et si elle est d’accord, on dit demain, huit heures, ici. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous cherchez un accord. Mais « demain » est son mot de chaque soir, et la décision tombe sur une femme à son poste, à vingt kilomètres. Elle dit non. Il aura seulement déçu une fois de plus.
    Il vous rend le téléphone sans vous regarder, et vous suit jusqu’au bureau.
    -> mur
+ [« Je n’ouvre pas, et je ne te remonte pas non plus. Il y a un banc, là. Assieds-toi. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: La limite est nette et ne menace pas. Vous écartez les deux choses impossibles, la rue et la salle, et vous restez dans ce qui lui reste.
    Il s’assied. La cour est vide. Au bout d’un moment, il parle tout seul.
    -> canape
+ [« Si tu sors, je dois appeler ta mère à son travail. Tu veux vraiment lui faire ça ce matin ? »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Il reste. Ce qui le retient, c’est la honte, et c’est elle qui le gardait chez lui. Il vous suit, mais il ne dira plus grand-chose.
    Il revient vers le bâtiment, trois pas devant vous.
    -> mur

=== jours ===
Il parle à la fermeture de son sac.
Yanis: « La première semaine, j’étais malade. Pour de vrai. Après… je sais pas. »
+ [« Le lundi d’après. Il est sept heures et quart, ta mère est partie. Tu es où ? »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: « Pourquoi » lui demandait une raison qu’il n’a pas. « Où » lui demande une image, et celle-là, il l’a tout de suite.
    Il lève les yeux, pour la première fois.
    -> canape
+ [« Après, c’est une semaine, puis deux, et on n’ose plus revenir. C’est ça ? »]
    Retour: Vous n’êtes pas loin, et vous voulez l’aider. Mais la phrase est la vôtre : il n’a plus qu’à dire oui, et il vous laisse votre explication.
    Yanis: « Si vous voulez. »
    -> mur
+ [Attendre, sans rien ajouter.]
    Retour: Un silence laisse venir, ou pèse : cela dépend de ce qui l’a précédé. S’il se sent attendu, il cherche. S’il se sent jugé, il compte les secondes.
    { confiance >= 2:
        Dans le couloir, la sonnerie. Il ne bouge pas.
        -> canape
    - else:
        Dans le couloir, la sonnerie. Il hausse les épaules.
        -> mur
    }

=== canape ===
Yanis: « Le matin, je suis dans le canapé. Habillé, le manteau, le sac. J’entends le bus passer. Et je bouge pas. »
Yanis: « Tous les matins. C’est débile. »
+ [« Ce que tu décris, c’est de l’angoisse. Tu n’y es pour rien, et ça se soigne bien si on en parle à la bonne personne. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous le déchargez, et c’est généreux. Mais il vous tend un canapé et repart avec une maladie. Le mot viendra peut-être, dit par quelqu’un dont c’est le métier.
    Yanis: « Je suis pas malade. »
    -> papier
+ [« Ta mère, à cette heure-là, elle te croyait dans le bus. Tu y pensais ? »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Il y pensait, et cela le clouait davantage. Il vient de vous confier la chose la plus vraie ; il découvre qu’elle peut servir contre lui.
    Yanis: « Évidemment que j’y pensais. »
    -> papier
+ [« Le manteau, le sac : tu te préparais, en fait. Tous les matins. Et chaque jour, c’était plus dur de sortir. »]
    ~ ouvert = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous avez entendu les deux moitiés : il n’y arrivait pas, et il essayait. La seconde, personne ne la lui avait dite, lui le premier.
    Yanis: « Ouais. À la fin, c’était même plus l’école. C’était la porte. »
    -> papier

=== mur ===
Yanis: « De toute façon, vous avez déjà tout dit à ma mère. Elle a pleuré. »
+ [« Je le regrette. J’aurais pu te laisser quelques jours avant de l’appeler, c’est vrai. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous voulez réparer. Mais appeler à la première absence est votre devoir, et il comprend qu’on pouvait donc ne rien dire. Il vous le demandera la prochaine fois.
    Yanis: « Ben fallait, alors. »
    -> papier
+ [« Elle a pleuré parce qu’elle a eu peur pour toi. C’est aussi pour elle que tu es là, non ? »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est juste, et c’est lourd. Il est déjà venu pour elle ; il lui manque une raison à lui. La culpabilité fait venir un lundi, rarement un mardi.
    Yanis: « Ouais. C’est ça. »
    -> papier
+ [« Je l’ai appelée, et je l’appellerai encore, pour tes absences. Le reste, sauf danger, ça reste ici. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Moins doux qu’une excuse, plus solide. Il sait ce qui passe et ce qui ne passe pas : on peut parler à quelqu’un dont on connaît les règles.
    Yanis: « Elle part à cinq heures et demie. Elle peut pas savoir. C’est pas sa faute. »
    -> papier

=== papier ===
Il sort de sa poche une feuille pliée en quatre, à l’en-tête du collège.
Yanis: « C’est vrai qu’on va avoir une amende ? Mon cousin dit qu’ils coupent les allocs. »
+ [« Ne pense plus à ça. Tu es revenu, c’est ce qui compte : je m’arrange pour que ça n’aille pas plus loin. »]
    ~ promesse = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Ses épaules descendent, les vôtres aussi. Mais le signalement est parti, et vous n’avez pas la main dessus. Ce soulagement, vous le lui avez prêté.
    -> promesse_lue
+ [« Les allocs, non, plus maintenant. Une amende, ça existe, si ça dure. On en parle jeudi, avec ta mère et toi. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Rien n’est adouci, et c’est pourtant plus petit que ce qu’il imaginait. La vérité a des bords ; la rumeur n’en avait pas.
    Il replie la feuille, dans l’autre sens.
    { ouvert:
        -> classe
    - else:
        -> rattrapage
    }
+ [« C’est une affaire d’adultes, on verra ça jeudi avec ta mère. Toi, ton travail, c’est d’être là. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous voulez lui ôter un poids. Il le porte déjà : c’est lui qui a ouvert l’enveloppe. Écarté de ce qui le concerne, il gardera la version du cousin.
    Il remet la feuille dans sa poche.
    { ouvert:
        -> classe
    - else:
        -> rattrapage
    }

=== promesse_lue ===
Il déplie la feuille jusqu’en bas, le doigt sur une ligne.
Yanis: « Là, c’est marqué que c’est transmis à la direction académique. C’est déjà parti, alors. Vous vous arrangez comment ? »
+ [« Tu as raison, c’est parti. Je vois la principale ce matin, laisse-moi un peu de temps. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous gagnez du temps sur sa patience. Cette façon de dire demain, il la connaît par cœur : il s’en sert depuis trois semaines.
    Yanis: « Ouais. D’accord. »
    -> maintenant
+ [« Je ne peux rien arranger. C’est parti. Ce que je peux faire, c’est y ajouter que tu es revenu. »]
    ~ promesse = false
    Retour: Cela ne fait pas plaisir à entendre. Mais il a vu un adulte se corriger sans y être forcé : la phrase suivante pèsera plus.
    Yanis: « Au moins c’est clair. »
    -> maintenant
+ [« Ce sont des courriers automatiques, ça part tout seul. Franchement, ne t’inquiète pas pour ça. »]
    ~ confiance = MAX(confiance - 2, 0)
    Retour: Il entend deux choses : ce que le collège écrit ne compte pas, et ce que vous promettez non plus. Jeudi, sa mère aura lu la même ligne.
    Il rit par le nez.
    -> maintenant

=== classe ===
Yanis: « Et là-haut, ils vont tous me demander. »
+ [« On te trouve une phrase, la même pour tout le monde. Tu la dirais comment ? »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Il redoutait vingt conversations ; il n’en reste qu’une, et c’est lui qui l’écrit. Il passera la porte avec quelque chose dans la main.
    Yanis: « “J’étais pas là, je suis là.” … Ça passe ? »
    -> maintenant
+ [« Je préviens tes professeurs, et je dis deux mots à la classe avant que tu entres. Tu n’auras rien à expliquer. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Prévenir les professeurs l’aiderait. Mais une classe prévenue, ce sont vingt-six élèves qui le regardent entrer, et une absence devenue officielle.
    Yanis: « Ah non. Surtout pas. »
    -> maintenant
+ [« Dans deux jours, ils n’y penseront plus. Et Enzo m’a demandé de tes nouvelles, tu ne seras pas seul. »]
    Retour: Mercredi, ce sera vrai, et Enzo est une bonne nouvelle. Mais il vous parlait de huit heures et quart. Une consolation qui saute l’heure difficile le laisse seul dedans.
    Yanis: « Dans deux jours, ouais. »
    -> maintenant

=== rattrapage ===
Yanis: « J’ai ouvert le cahier de textes, hier soir. J’ai refermé. C’est mort, j’aurai jamais fini. »
+ [« Je t’imprime tout. Tu prends une matière par semaine, et on regarde ensemble le vendredi. »]
    Retour: Beaucoup de soin, un jour fixe, et quarante pages. Il les portera chez lui sans les ouvrir, et changera de couloir le vendredi pour ne pas avoir à vous le dire.
    Yanis: « Merci. »
    -> maintenant
+ [« Alors on remet à zéro. Ce qui est d’avant, tu l’oublies, personne ne te le demandera. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Il respire, une seconde. Puis il pense au contrôle de vendredi, que vous n’avez pas le pouvoir d’effacer, et à l’autre sens de la phrase : de lui, on n’attend plus rien.
    Yanis: « Même le contrôle de maths ? »
    -> maintenant
+ [« Jamais tout, non. Je te prépare une page, avec le plus utile de chaque matière pour suivre. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: « Jamais » a l’air dur ; c’est son mot, et vous ne le contredisez pas. Puis la montagne tient sur une page, et c’est vous qui allez la chercher.
    Yanis: « Une page. Recto. »
    -> maintenant

=== maintenant ===
8 h 15. Les pas dans l’escalier se sont tus. Le cours a commencé depuis cinq minutes.
Yanis: « Et là, je fais quoi ? »
+ [« Tu te sens d’y aller, ou c’est trop tôt ? Dis-moi franchement, je ne t’en voudrai pas. »]
    Retour: La question est respectueuse, et il y répond. Mais la décision qu’il rate seul depuis trois semaines, vous venez de la lui rendre, seul.
    Yanis: « Franchement ? Non. »
    -> non
+ [« Tu entres avec moi, tu prends la place du fond, côté fenêtre. À dix heures, je suis sous le préau. »]
    ~ entre = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous ne demandez pas s’il peut, vous dites comment. Une place, un adulte, une heure : il ne reste qu’à marcher derrière vous.
    Il remet sa capuche, l’enlève, se lève.
    { ouvert:
        -> sommeil
    - else:
        -> mere
    }
+ [« Ce matin, installe-toi au CDI et reprends tes marques. Les cours, on verra demain, tranquillement. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Il est soulagé, et c’est le piège : ce qui soulage, c’est de ne pas y aller. Le CDI pouvait être une marche ; sans heure de fin, c’est un canapé.
    Yanis: « Demain. Ouais, demain c’est bien. »
    -> demain_matin

=== non ===
Il regarde ses chaussures. Il attend le soupir.
+ [« Tu as quinze ans, venir en cours est une obligation, ce n’est ni toi ni moi qui décidons. Monte, je t’accompagne. »]
    ~ entre = true
    ~ confiance = MAX(confiance - 1, 0)
    Retour: La règle est exacte, et il monte. Mais vous lui demandiez d’être franc une minute plus tôt : il retient que sa franchise ne servait à rien.
    -> jeudi
+ [« D’accord, pas maths. À neuf heures, c’est français. Il te faudrait quoi, pour que ce soit oui ? »]
    ~ entre = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Le non est entendu, et il a une fin : neuf heures. Vous cherchez ce qui manque, au lieu de mesurer ce qu’il vaut.
    Yanis: « Qu’elle me fasse pas lire. Et le texte, avant. »
    Ce sont deux choses que vous pouvez obtenir. À neuf heures, il entre, le texte à la main.
    -> jeudi
+ [« Je ne vais pas te forcer. On se donne la semaine, tu reprends pied, et on en reparle jeudi avec ta mère. »]
    Retour: Il vous en sait gré. Mais cette semaine n’a ni jour, ni heure, ni porte, et ce n’est pas à vous de l’accorder : à quinze ans, il est attendu en cours.
    -> jeudi

=== demain_matin ===
9 h 40, au CDI. Il a regardé la porte quatre fois.
Yanis: « Je peux rentrer, du coup ? Demain, huit heures, juré. »
+ [« Non. Tu as anglais, après la récréation : je viens avec toi. »]
    ~ entre = true
    Retour: Vous dites non à ce que vous aviez laissé croire. Il proteste, pour la forme. Quelqu’un décide enfin, avec lui, la chose qu’il n’arrivait plus à décider.
    Il râle jusqu’au deuxième étage. Il entre.
    -> jeudi
+ [« J’ai dit demain, c’est vrai. Alors reste jusqu’à midi, et on prépare ton entrée de mardi, huit heures. »]
    Retour: Vous tenez parole, et il reste. Mais demain ne sera pas plus facile : il aura une heure de maths et une heure de français de plus à craindre.
    -> jeudi
+ [« Si ta mère est d’accord, je veux bien. Je l’appelle tout de suite, on voit avec elle. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous passez la décision à quelqu’un qui est à son poste et n’a que sa parole à lui. Qu’elle dise oui ou qu’elle se fâche, il n’aura pas repris.
    -> jeudi

=== sommeil ===
Dans l’escalier, il s’arrête à mi-étage.
Yanis: « Je dors plus trop, aussi. Quatre heures du mat’, des fois. Je dis ça comme ça. »
+ [« Quatre heures, c’est dur. L’infirmière s’y connaît mieux que moi. Elle est là à dix heures, je te présente. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous ne creusez pas, vous ne classez pas : une personne, une heure, une porte. « Mieux que moi » l’étonne, et rend le reste crédible.
    Yanis: « Elle le répète pas ? »
    Elle est tenue au secret, sauf si elle craint un danger pour lui. Vous le lui dites ainsi. Il hoche la tête.
    -> jeudi
+ [« Quatre heures ! Commence par sortir le téléphone de la chambre. En une semaine, tu verras la différence. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Le conseil est peut-être bon. Mais il vous confie ses nuits et vous lui rendez une consigne. On n’en confie pas deux à qui répond par une ordonnance.
    Yanis: « Ouais, le téléphone. »
    -> jeudi
+ [« Je le dis à tes professeurs, qu’ils ne te tombent pas dessus à la première heure. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous voulez le protéger. Mais à dix heures, sept adultes connaîtraient ses nuits sans qu’il l’ait voulu. Ce qui touche à la santé ne circule pas.
    Yanis: « Non mais laissez. »
    -> jeudi

=== mere ===
Devant la porte de la salle, il se retourne.
Yanis: « Ma mère, vous allez lui dire quoi ? »
+ [« La vérité : ce que tu m’as dit, tes matins, ce qui te bloque. Elle a besoin de comprendre pour t’aider. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Elle aimerait sûrement comprendre. Mais ce qui s’est dit ce matin, il ne l’a pas encore dit chez lui. Il refait la liste de ce qu’il aurait dû taire.
    -> jeudi
+ [« Qu’à huit heures vingt, tu étais en maths. Le reste, tu le lui diras, toi. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Elle saura l’essentiel, tout de suite. Le reste demeure à lui : il pourra donc recommencer à vous parler.
    Yanis: « Huit heures vingt, ouais. Dites l’heure. »
    -> jeudi
+ [« Rien, si tu préfères. C’est ta journée : je te laisse lui annoncer toi-même ce soir. »]
    Retour: C’est offert comme un cadeau. Mais elle guette son téléphone depuis l’aube, et elle a le droit de savoir qu’il est en cours. La journée sera longue, pour elle.
    Yanis: « … Elle va appeler douze fois. »
    -> jeudi

=== jeudi ===
{ entre:
    12 h 10. Il sort de cours avec les autres. Pas au milieu, mais avec. Il vous aperçoit et ralentit.
- else:
    12 h 10. Il a passé la matinée au CDI. Il vous rend la feuille de présence que vous lui aviez donnée.
}
Yanis: « C’est bon ? J’y vais ? »
+ [« Vas-y. On se voit jeudi à dix-sept heures, avec ta mère. D’ici là, tu sais où me trouver. »]
    Retour: Jeudi existe, et c’est un appui. D’ici là, c’est à lui de pousser votre porte : il viendra s’il va bien, c’est-à-dire quand ce ne sera pas utile.
    Yanis: « D’accord. Merci. »
    -> fins
+ [« Ce matin, tu es venu, et tu es resté. Demain, tu sais comment on fait. »]
    Retour: Cela fait du bien jusqu’au soir. Mais savoir comment on fait ne suffit pas, mercredi, à sept heures et quart, quand le bus passe.
    Yanis: « Ouais, on verra. »
    -> fins
+ [« Vas-y. Et mercredi, dix heures, ici, trois minutes : si tu n’y es pas, c’est moi qui te cherche. »]
    ~ rendezvous = true
    Retour: On dirait une convocation. Il entend que mercredi existe, et que quelqu’un sera là quand l’élan du lundi sera retombé.
    Yanis: « Trois minutes, hein. »
    -> fins

=== fins ===
{
- not entre:
    Mardi, 8 h 10. Sa chaise est vide.
    Fin: demain
- promesse:
    Jeudi, 17 h 30. Sa mère pose une feuille pliée en quatre sur votre table.
    Fin: feuille
- rendezvous and confiance >= 3:
    Mercredi, 10 h 02. On frappe.
    Fin: tient
- rendezvous or confiance >= 3:
    Mercredi, 10 h. Personne.
    Fin: rechute
- else:
    Mercredi, 10 h. Il est en cours. Son sac est resté fermé.
    Fin: assis
}
-> END
