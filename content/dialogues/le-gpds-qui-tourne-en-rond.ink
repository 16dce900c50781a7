VAR confiance = 2
VAR tour = false
VAR bruit = false
VAR utile = false
VAR parole = false
VAR nom = false
VAR moi = false
VAR date = false
VAR dit = false
VAR trop = false
VAR vide = false
-> vigilance

=== vigilance ===
M. Vasseur: « Elle ne rend plus rien, c’est simple. »
M. Costa: « Quand elle est là. Neuf demi-journées, je le rappelle. »
Mme Delmas: « Bon. On est d’accord pour rester vigilants sur Anouk ? »
+ [« Une minute chacun, montre en main : qu’est-ce que vous proposez pour Anouk ? »]
    ~ tour = true
    Retour: C’est équitable, et c’est une bonne façon de commencer. Mais c’est le troisième tour : chacun redit son idée, un peu plus vite.
    -> il_faudrait
+ [« Le relevé du 5 novembre dit déjà “rester vigilants”. Je ne l’écris pas une deuxième fois. »]
    Retour: Vous ne reprochez rien à personne, vous lisez la feuille. Le groupe entend qu’il a déjà décidé cela une fois, et que cela n’a fait venir personne.
    Mme Delmas: « Le 5 novembre ? … Ah oui. Mot pour mot. »
    -> bruit_de_couloir
+ [« Je propose de la reprendre le 14 janvier, avec le bulletin et le retour du signalement : on saura mieux. »]
    ~ tour = true
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est propre, et tout le monde pourrait signer. Le groupe entend que l’on saura mieux plus tard ; Anouk, elle, a encore six de ces matins avant les vacances.
    Mme Delmas: « Janvier, ça fait loin. Qu’est-ce qu’il faudrait, d’ici là ? »
    -> il_faudrait

=== il_faudrait ===
Mme Haddad: « Il faudrait un vrai bilan d’orientation. »
M. Costa: « Il faudrait surtout qu’elle vienne. »
M. Vasseur: « Il faudrait un tutorat. Et que quelqu’un voie les parents. »
Mme Delmas: « Il faudrait, oui. »
+ [« Quatre pistes en une minute. Je les note toutes, et on choisit jeudi à tête reposée. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Chacun se sent accueilli. Chacun entend aussi que son idée est désormais la vôtre, et qu’il peut ranger son stylo.
    M. Vasseur: « Note, note. J’ai cours à et quart. »
    -> bruit_de_couloir
+ [« Quatre “il faudrait”, et j’en aurais dit autant. Lequel commence mardi, avec qui ? »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous vous comptez dans le lot, et cela fait rire. Le groupe entend la différence entre une bonne idée et quelqu’un.
    M. Vasseur: « Touché. »
    -> bruit_de_couloir
+ [« Le signalement est parti le 20 : est-ce qu’il ne faut pas attendre la réponse de l’académie ? »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Le signalement était obligatoire, et il est fait. Mais il n’accueille personne à huit heures : le groupe entend qu’on l’autorise à attendre.
    M. Costa: « Je ne parierais pas sur une réponse avant Noël. »
    -> bruit_de_couloir

=== bruit_de_couloir ===
M. Costa baisse la voix.
M. Costa: « En même temps, avec ce qui se passe chez elle… Je tiens ça d’une mère d’élève, hein, à la grille, pour le père… »
+ [« Je t’arrête, Paul, on n’a pas à le savoir. Si quelqu’un s’inquiète pour elle, Mme Prigent est là pour ça. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: L’arrêt est net, et il ne reste pas dans le vide : une inquiétude a une adresse, et ce n’est pas la table entière.
    { tour:
        Mme Prigent: « Je rencontre Anouk. Venez me voir à la récréation, Paul, si c’est une inquiétude. »
        -> qui_lui_a_parle
    }
    -> le_secret
+ [Vous levez votre stylo de la feuille et vous le laissez finir, sans rien écrire.]
    ~ bruit = true
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Votre stylo est en l’air, sa phrase aussi, et elle retombe sur la table. Cinq personnes l’ont entendue : le groupe comprend que cela se dit ici.
    M. Costa: « … Enfin, voilà. Ça explique des choses. »
    { tour: -> qui_lui_a_parle }
    -> rattraper
+ [« C’est-à-dire ? Ça reste dans cette pièce, et on comprendrait peut-être mieux ce qu’elle vit. »]
    ~ bruit = true
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Comprendre est un bon motif. Mais une phrase de parking devient un renseignement de GPDS, et deux collègues regardent la table : leurs enfants sont élèves ici.
    M. Costa: « Il paraît que… Bref. Le père. Enfin, il paraît. »
    { tour: -> qui_lui_a_parle }
    -> rattraper

=== rattraper ===
Mme Delmas vous regarde, puis regarde votre feuille.
Mme Delmas: « On met quoi, au relevé ? »
+ [« J’aurais dû t’arrêter, Paul. Mettons seulement “contexte familial difficile”, sans détail. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: La formule paraît prudente. Elle transforme un bruit en constat signé par l’établissement, et Anouk ou ses parents pourront un jour la lire.
    Mme Prigent: « Difficile pour qui ? Personne ici n’en sait rien. »
    -> qui_lui_a_parle
+ [« Rien. Ce qui se dit à la grille ne s’écrit pas, Paul, et ça ne sort pas d’ici. »]
    ~ bruit = false
    ~ confiance = MIN(confiance + 1, 4)
    Retour: C’est dit une minute trop tard, et c’est encore temps. Le groupe entend la règle, et personne n’y perd la face.
    M. Costa: « Non, c’est moi. C’était idiot. »
    -> qui_lui_a_parle
+ [« On peut demander à l’assistante sociale de vérifier, et on écrira ce qui est confirmé ? »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Cela ressemble à de la rigueur. Mais elle n’enquête pas pour le groupe, et ce qu’elle apprendrait ne s’écrirait pas davantage.
    Mme Prigent: « Je ne suis pas un service de vérification. »
    -> qui_lui_a_parle

=== le_secret ===
Mme Prigent: « Je rencontre Anouk. Je ne peux pas vous en dire plus. »
M. Costa: « Donc il y a bien quelque chose ! »
+ [« Très bien, on respecte, on n’insiste pas. Passons à la suite, il reste sept minutes. »]
    Retour: Vous protégez le secret, et vous perdez ce qu’elle pouvait donner. Le groupe entend que la confidentialité est un mur ; elle, elle avait une phrase prête.
    -> qui_lui_a_parle
+ [« Sans trahir quoi que ce soit : c’est plutôt du côté de la santé ou plutôt de la famille ? »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Une moitié de secret reste un secret. Mme Prigent entend qu’il faudra se taire davantage la prochaine fois ; les autres, qu’il y a à deviner.
    Mme Prigent: « C’est plutôt du côté de ce que je ne dirai pas. »
    -> qui_lui_a_parle
+ [« Ce que vous savez, gardez-le. Mais nous, mardi matin, qu’est-ce qu’on doit faire autrement ? »]
    ~ confiance = MIN(confiance + 1, 4)
    ~ utile = true
    Retour: Vous ne demandez pas la cause, mais la conséquence pour l’école. Elle peut répondre sans rien livrer, et le groupe reçoit enfin de quoi agir.
    Mme Prigent: « Ne pas l’accueillir avec un billet de retard. Qu’elle sache où aller quand elle arrive. C’est tout, et c’est beaucoup. »
    -> qui_lui_a_parle

=== qui_lui_a_parle ===
M. Costa: « Moi, je l’ai vue quatre fois. Elle me dit : “Ça va.” »
+ [« Quatre entretiens, c’est déjà beaucoup. Si on la laissait souffler un peu là-dessus ? »]
    Retour: C’est délicat, et elle en a sans doute assez qu’on l’interroge. Mais le groupe entend que l’on peut décider sans une phrase d’elle.
    M. Vasseur: « Souffler, d’accord. Mais pas tous les mardis. »
    -> alleger
+ [« Et si on la faisait entrer, là, deux minutes ? C’est d’elle qu’il s’agit, qu’elle le dise elle-même. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: L’intention est belle : ne pas décider sans elle. Mais six adultes et une table en U, à 14 ans, sans prévenir, cela fait un tribunal.
    Mme Haddad: « Elle dira “ça va”. Six fois. »
    -> alleger
+ [« Et sur autre chose que ses absences ? Quelqu’un a une phrase d’elle, qu’elle nous laisserait répéter ? »]
    ~ parole = true
    Retour: Vous demandez ses mots, pas une impression. Le groupe s’aperçoit que quatre entretiens parlaient des absences, et aucun du matin.
    Mme Haddad: « Moi, pour l’orientation. Elle m’a autorisée à le répéter : “Le matin, quand j’arrive, ils sont déjà tous dedans.” »
    Un silence, de ceux qui servent.
    -> alleger

=== alleger ===
Mme Delmas: « Je vous préviens, il nous reste cinq minutes. On l’allège ? On lui enlève le mardi et le jeudi matin ? »
+ [« Avant d’enlever, regardons : ces matins-là, elle commence par quoi, et avec qui ? »]
    Retour: La question tient en une ligne d’emploi du temps. Le groupe cesse de parler d’Anouk en général et regarde un lieu, une heure, un adulte.
    M. Costa: « Huit heures, SVT. Les deux jours. »
    -> svt
+ [« Pourquoi pas, jusqu’aux vacances ? Elle soufflera un peu, et ses professeurs aussi. »]
    ~ vide = true
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est doux et rapide. Les absences vont disparaître du relevé, et le groupe entend que c’était peut-être cela, le problème.
    -> ou_ira_t_elle
+ [« Je mettrais plutôt le paquet : tutorat, bilan d’orientation et aide aux devoirs, tout de suite. »]
    ~ trop = true
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Chacun y retrouve son idée, personne n’est vexé. Trois actions, c’est aussi trois raisons de ne pas savoir laquelle a manqué.
    -> tout_a_la_fois

=== svt ===
Tout le monde regarde M. Vasseur.
M. Vasseur: « Ah. Donc c’est mon cours. Je la fais fuir, c’est ça ? »
+ [« Il faudra quand même se demander ce qui s’y passe, à huit heures. On ne peut pas l’éviter. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: La question est légitime, un autre jour, à deux. Ici, il l’entend devant ses collègues, et il n’a plus qu’à se défendre.
    M. Vasseur: « Il s’y passe de la biologie. »
    -> quelqu_un
+ [« Personne ne cherche de coupable, Marc. On est tous dans le même bateau. »]
    Retour: C’est vrai et cela apaise. Mais le mot « coupable » vient d’entrer dans la pièce, et l’on ne sait toujours pas ce qu’il peut faire.
    M. Vasseur: « Dans le bateau, il y en a qui rament à huit heures. »
    -> quelqu_un
+ [« On n’en sait rien, Marc. Ce que je vois, c’est que tu es le premier adulte qu’elle croise. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous ne dites ni oui ni non, et le même fait se retourne : il est à la bonne place. Il entend qu’on a besoin de lui, pas d’un coupable.
    M. Vasseur: « … Je suis là dès sept heures et demie, moi. Je prépare les paillasses. »
    -> quelqu_un

=== ou_ira_t_elle ===
M. Costa: « Et elle fait quoi, le mardi à huit heures ? Où ? Avec qui ? Je n’ai qu’une surveillante le matin, et elle tient la grille. »
+ [« Chez elle, avec le travail sur l’ENT et l’accord écrit des parents. Mardi et jeudi, jusqu’au 18. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Une signature ne fait pas un cours. À 14 ans, l’instruction est obligatoire : le groupe entend qu’une absence peut devenir régulière avec un tampon.
    Mme Delmas: « C’est moi qui signe, et je ne signe pas ça. »
    -> quelqu_un
+ [« Nulle part, donc. Alors on n’enlève rien, et on regarde qui est là quand elle arrive. »]
    ~ vide = false
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous revenez sur votre propre oui, sans y passer une minute. Le groupe entend que changer d’avis est permis, et que la question est l’arrivée.
    M. Vasseur: « Le mardi, quand elle arrive, il y a surtout moi. Je suis là à sept heures et demie. »
    -> quelqu_un
+ [« En permanence, pour commencer. On affinera en janvier, quand on y verra plus clair. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Elle serait au collège, c’est déjà cela. Mais deux matins par semaine à regarder un mur : le groupe entend « en attendant », Anouk entendra « au coin ».
    M. Costa: « Avec la surveillante qui tient la grille, donc. »
    -> quelqu_un

=== tout_a_la_fois ===
Mme Haddad: « Le bilan, pas avant le 15 janvier. »
M. Costa: « L’aide aux devoirs est à 17 h. Elle finit à 16 h. »
M. Vasseur: « Et le tutorat, c’est qui ? »
+ [« Vous avez raison, c’est trop à la fois. Le tutorat tout de suite, les deux autres en janvier. »]
    Retour: Vous allégez, et vous donnez raison à chacun. Mais le tutorat n’a toujours pas de nom : le groupe entend un ordre de passage, et personne pour passer.
    -> quelqu_un
+ [« Le tutorat, je le prends, dès mardi. Et je relancerai pour les deux autres. »]
    ~ moi = true
    Retour: Tout le monde vous remercie, sincèrement. Le groupe entend que la question est réglée ; il vient de sortir de la pièce sans se lever.
    Mme Delmas: « Vous êtes formidable. »
    -> effet
+ [« Et si on ne gardait que ce qui peut être là quand elle arrive, le matin ? »]
    ~ trop = false
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous renoncez à votre liste plus vite que vous ne l’avez faite. Le groupe n’a plus à choisir la meilleure idée, seulement la première possible.
    M. Vasseur: « Le matin, à huit heures, elle a SVT. Avec moi. »
    -> quelqu_un

=== quelqu_un ===
Deux minutes avant la sonnerie. Mme Delmas a rebouché son stylo.
M. Vasseur: « Ce qu’il faudrait, c’est que quelqu’un l’attende, le matin. Pas pour la gronder. Juste pour monter avec elle. »
+ [« Je m’en charge. Mardi et jeudi, je serai à la grille, vous pouvez compter sur moi. »]
    ~ moi = true
    Retour: Le groupe est soulagé, et il a de quoi. Il entend que l’idée de M. Vasseur est devenue votre tâche ; le jeudi à huit heures, vous avez cours.
    Mme Delmas: « Parfait. Le jeudi aussi, vous pourrez ? Bon. On verra. »
    -> effet
+ [« Ce n’est pas plutôt à la vie scolaire ? L’accueil du matin, c’est sa mission. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est dans les textes. Mais « la vie scolaire » n’est pas un prénom, et M. Costa compte déjà qui il aura à la grille.
    M. Costa: « La vie scolaire, à huit heures, c’est moi et Sandra pour cinq cents. »
    -> effet
+ [Vous écrivez « mardi, 7 h 50 », vous laissez un blanc devant, et vous tournez la feuille vers eux.]
    ~ nom = parole || utile || confiance >= 2
    { nom:
        ~ confiance = MIN(confiance + 1, 4)
    }
    Retour: { nom: Le blanc parle à votre place. Il dure quatre secondes : c’est le temps qu’il faut à quelqu’un pour passer de « on » à « je ». | Le blanc attend, et personne ne le prend. Le groupe n’a pas encore entendu ce qui aiderait Anouk : il n’a pas de raison de dire « je ». }
    { nom:
        M. Vasseur: « … Bon, moi. Elle m’aidera à sortir les microscopes. Ça, elle aimait bien. »
    - else:
        M. Costa: « Laissez-le comme ça. Je vous donne un nom demain, si je trouve. »
    }
    -> effet

=== effet ===
Mme Delmas: « Et on saura comment, que ça marche ? »
+ [« On compte les mardis et jeudis où elle est à l’heure. Quatre sur six au 17 décembre, et on continue. »]
    ~ date = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Un jour, un nombre, une réponse d’un mot. Ce n’est pas « six sur six » : le groupe entend un but qu’elle peut atteindre, et elle aussi.
    M. Costa: « Quatre sur six. En novembre, elle en a fait un. D’accord. »
    -> prevenir
+ [« Une fiche par professeur et par semaine, jusqu’au 17 : on aura des relevés, pas des impressions. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est sérieux. Onze professeurs, trois semaines : trente-trois fiches, et le groupe entend que sa décision vient de grossir d’un formulaire.
    M. Vasseur: { nom: « Je retire les microscopes. » | « Trente-trois. Ça s’agrafe ? » }
    -> prevenir
+ [« On le lui demande, à elle, chaque vendredi : elle est la première à savoir si ça va mieux. »]
    Retour: Le lui demander est juste, et il faudra le faire. Mais elle a dit « ça va » quatre fois : le groupe n’aura rien pour décider de continuer ou d’arrêter.
    Mme Delmas: « Et si elle dit “ça va” ? Je l’écris comment ? »
    -> prevenir
+ { moi } [« Avant ça, je reprends ma parole : avec mon emploi du temps, je ne tiendrai pas. Il faut un autre nom. »]
    ~ moi = false
    ~ nom = true
    ~ trop = false
    Retour: C’est gênant, et c’est le bon moment : avant de sortir. Le groupe entend que dire « je ne peux pas » est permis. Il n’a plus le temps de fixer un but.
    M. Vasseur: « Pour le matin, mets le mien. Je suis là à sept heures et demie, de toute façon. »
    -> prevenir

=== prevenir ===
La sonnerie. Les chaises raclent.
Mme Delmas: « Et la famille ? On envoie un courrier ? »
+ [« Oui, un courrier dès ce soir, avec la ligne qui la concerne. Au moins, tout est transparent. »]
    Retour: La transparence est juste. Mais une lettre ne se discute pas, et si elle tarde, c’est à la grille, mardi, qu’Anouk l’apprendra.
    Mme Prigent: « Postée ce soir, lue lundi, au mieux. »
    -> issue
+ [« Paul, tu appelles chez elle, et on en parle avec elle avant mardi. Si elle propose autre chose, on change. »]
    ~ dit = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Deux gestes, avant mardi. Et la décision peut encore être modifiée par la personne qu’elle concerne.
    M. Costa: « J’appelle à dix-sept heures, la mère est là. »
    -> issue
+ [« On le lui dit mardi, à la grille, en deux mots, sans cérémonie. De vive voix, c’est toujours mieux qu’un courrier. »]
    Retour: De vive voix, oui. Mais mardi, c’est déjà la décision : elle verra un adulte qui l’attend à la grille, et pensera à une punition.
    -> issue

=== issue ===
{
    - moi: -> fin_vous
    - nom && date && dit: -> fin_ligne
    - nom && dit: -> fin_on_ne_sait_pas
    - nom: -> fin_sans_elle
    - else: -> fin_vigilants
}

=== fin_ligne ===
Debout, vous relisez la ligne à voix haute. « M. Vasseur accueille Anouk à 7 h 50, mardi et jeudi. But : quatre matins sur six. Point le 17. »
{ utile: En plus petit, dessous, « sans billet de retard ». }
{ bruit: En sortant, vous entendez « le père » dans l’escalier. La ligne est bonne ; la phrase, elle, ne se rattrape pas. }
Fin: une-ligne
-> END

=== fin_on_ne_sait_pas ===
Debout, vous relisez la ligne à voix haute. « M. Vasseur accueille Anouk à 7 h 50, mardi et jeudi. » Personne ne demande ce qui vient après.
{ bruit: En sortant, vous entendez « le père » dans l’escalier. }
Fin: on-ne-sait-pas
-> END

=== fin_sans_elle ===
Debout, vous relisez la ligne à voix haute. « M. Vasseur accueille Anouk à 7 h 50, mardi et jeudi. » Dans le couloir, Anouk passe, son sac sur une épaule. Personne ne l’arrête.
{ bruit: En sortant, vous entendez « le père » dans l’escalier. }
Fin: sans-elle
-> END

=== fin_vous ===
Vous êtes la dernière personne dans la salle, avec la feuille. En face de « qui », il y a votre nom.
{ trop: En dessous, le bilan et l’aide aux devoirs attendent aussi que vous relanciez. }
Fin: c-est-vous
-> END

=== fin_vigilants ===
{ vide: Sur la feuille, il y a « alléger », sans rien derrière. | { trop: Sur la feuille, il y a trois actions et pas un nom. | Sur la feuille, il y a « l’accueillir le matin ». Tout le monde est d’accord. } }
{ parole: La phrase d’Anouk y est aussi, entre guillemets. Elle n’a pas trouvé preneur. }
Mme Delmas: « Donc, vigilants. »
{ bruit: En sortant, vous entendez « le père » dans l’escalier. C’est ce que la réunion aura le mieux fait circuler. }
Fin: vigilants
-> END
