VAR confiance = 2
VAR cache = false
VAR facteur = false
VAR accord = false
VAR date = false
VAR confie = false
VAR repris = false

-> allo

=== allo ===
Cinq sonneries. Un bruit de drap. Une voix enrouée.
Mme Lambert: « Allô ? C’est qui ? »
+ [« Madame Lambert ? Ici le collège, pour Théo. J’ai laissé trois messages et deux courriers, je commençais à désespérer. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous dites votre soulagement, et qui vous êtes. Elle entend « trois messages et deux courriers » : l’appel commence par une faute, la sienne.
    Mme Lambert: « Je travaille, moi, je dors le jour. »
    -> messages
+ [« Ici le collège. Théo va bien. C’est moi qui suis sa classe, cette année. Je vous réveille, je crois ? »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Quand le collège appelle, un parent pense d’abord à l’accident. « Théo va bien » vient en deuxième, et « je vous réveille » lui dit que vous savez qu’elle dort le jour.
    Mme Lambert: « Non, non. Enfin oui. Allez-y. »
    -> quoi
+ [« Bonjour madame, ici le collège, c’est au sujet de Théo. Je vous dérange ? J’en ai pour deux minutes. »]
    Retour: C’est court et poli. Mais vous ne dites pas s’il va bien : pendant une phrase, elle pense à l’accident.
    Mme Lambert: « Il est où ? Il a quoi ? »
    Vous dites qu’il va bien, et qui vous êtes. Elle respire.
    -> quoi

=== quoi ===
Elle s’est assise. On entend une bouilloire.
Mme Lambert: « Qu’est-ce qu’il a fait ? »
+ [« Du bon et du moins bon. Son exposé sur les volcans, lundi : la classe posait des questions. Et il y a ses devoirs. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Elle demandait ce qu’il avait fait : vous répondez, les deux moitiés, sans suspense. L’exposé, elle ne le savait pas. Elle vous fait répéter le mot « volcans ».
    -> nuit
+ [« Rien de mal, rien de mal. Je voulais qu’on se connaisse un peu, depuis le temps, et vous dire un mot de ses devoirs. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est aimable, et presque complet. Mais on ne réveille personne pour faire connaissance : elle attend le reste, et elle se méfie du début.
    Mme Lambert: « C’est pour les messages, c’est ça. »
    -> messages
+ [« Il ne fait plus ses devoirs, madame. Neuf travaux non rendus depuis octobre, dans trois matières. »]
    Retour: C’est franc, et elle préfère cela aux détours. Mais c’est la première phrase que le collège lui dit de vive voix sur son fils, et elle ressemble à toutes celles d’avant.
    -> devoirs

=== messages ===
Elle se racle la gorge.
Mme Lambert: « Vos messages, j’ai rien eu. Ou j’ai pas vu. C’est Théo qui regarde, sur mon téléphone, le truc du collège. »
+ [« Pourtant, les messages sont marqués comme lus. C’est peut-être lui qui les ouvre avant vous ? »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous comprenez ce qui s’est passé. Mais vous l’avez prise en défaut, et Théo avec. Elle ne dira pas pourquoi c’est lui qui lit.
    Mme Lambert: « Je vous dis que j’ai rien vu. »
    -> devoirs
+ [« C’est très simple, je peux vous montrer : vous mettez votre code, puis l’onglet messagerie. Vous notez ? »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous voulez la rendre libre. Mais ce qui est « très simple » et qu’on n’arrive pas à faire rend bête. Elle dit « oui, oui », et n’écrit rien.
    Mme Lambert: « Oui, oui. Je verrai avec lui. »
    -> devoirs
+ [« Alors on laisse les messages. Ce que j’ai à vous dire, je vous le dirai de vive voix. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous ne demandez pas pourquoi. Si lire est difficile, elle n’a pas à l’avouer ; si c’est le temps qui manque, non plus. Vous gardez la voix, et Théo n’a plus à trier.
    Mme Lambert: « Ça, je veux bien. »
    -> devoirs

=== nuit ===
Elle bâille, s’excuse.
Mme Lambert: « Je suis de nuit, à l’entrepôt. Je rentre à six heures, je le lève, je dors. Il y a ma mère, la nuit, avec lui. »
+ [« Je ne sais pas comment vous faites. Chapeau, vraiment. »]
    Retour: C’est sincère, et elle sourit un peu. Mais elle n’a pas le choix, et un compliment ne demande rien en retour : la conversation attend que quelqu’un la reprenne.
    Mme Lambert: « Ben, faut bien. »
    -> devoirs
+ [« Votre mère pourrait peut-être regarder ses devoirs, le soir, puisqu’elle est là ? Ce serait déjà un relais. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: L’idée est pratique. Mais vous organisez sa maison au bout de trois minutes, et vous venez de dire, sans le vouloir, qu’il y manque quelqu’un.
    Mme Lambert: « Ma mère a soixante-seize ans. »
    -> devoirs
+ [« Treize heures quarante, c’est le bon moment, ou il y en a un meilleur ? »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Ce qu’elle vient de dire, vous le traitez comme un horaire, pas comme une excuse. C’est la première fois que le collège se règle sur le sien.
    Mme Lambert: « Mercredi, c’est bien. Je suis levée. Presque. »
    -> devoirs

=== devoirs ===
Une cuillère tourne dans une tasse.
Mme Lambert: « Et les devoirs, là… Il me dit qu’il en a jamais. »
+ [« Il en a, mais il n’y a pas de drame : il en a rendu cinq, il lui en manque quelques-uns. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous l’épargnez. Elle se demande alors pourquoi on la réveille, et retient que cela peut attendre. Neuf travaux, elle ne le sait toujours pas.
    -> passe
+ [« Il en a eu quatorze. Il en a rendu cinq, et ces cinq-là tiennent la route. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Deux nombres, et rien sur ce qu’il dit. Elle fait la différence toute seule. « Tiennent la route », elle va le répéter ce soir, mot pour mot.
    -> passe
+ [« Il vous a dit ça ? Il en a eu quatorze, et chacun est écrit dans le cahier de textes. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Les faits sont là, et la question aussi : Théo a menti, et elle s’est laissé berner. Elle va le défendre, ou le punir ; dans les deux cas, sans vous.
    -> passe

=== passe ===
Une porte grince, chez elle. On parle à voix basse.
Mme Lambert: « Attendez, il est là. Je vous le passe, il va vous expliquer. Lui, il comprend vos mots. »
+ [« D’accord, passez-le-moi une minute : à trois, on ira plus vite. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Elle vous tend le téléphone avec soulagement, et vous le prenez de même. Voilà Théo chargé de traduire ses neuf devoirs, à sa mère, devant vous.
    -> theo_traduit
+ [« J’aime mieux que ce soit vous. Si je dis un mot compliqué, arrêtez-moi, c’est à moi d’en trouver un autre. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Le refus est net, et ne la blesse pas : les mots trop compliqués deviennent votre affaire. Théo n’a pas à porter les deux moitiés de l’appel.
    -> honte
+ [« Demandez-lui juste s’il a noté le devoir de vendredi, et ce qu’il compte faire pour les autres. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous gardez la mère en ligne. Mais elle répète vos questions à son fils, puis ses réponses à vous : elle n’est plus que le fil. C’est Théo qui mène l’appel.
    -> theo_traduit

=== theo_traduit ===
Théo a pris le téléphone. Derrière, sa mère demande ce qui se passe.
Théo: « C’est bon, maman. C’est juste pour un devoir. »
+ [« Théo, dis-lui bien que ce sont neuf devoirs, et que je compte sur vous deux pour vendredi. »]
    ~ facteur = true
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous corrigez le chiffre par la bouche de celui qui vient de le changer. Il le dira plus bas, ou plus tard. Entre vous et elle, il y a maintenant un enfant qui arrange.
    Théo: « Oui, oui. Elle dit d’accord. »
    -> pere
+ [« Merci, Théo. Repasse-moi ta mère, ce n’est pas à toi de faire passer les messages. Et personne n’est fâché. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous reprenez ce que vous aviez laissé glisser, sans le gronder d’avoir menti : vous l’aviez mis là. Il rend l’appareil très vite.
    Mme Lambert: « Il est tout rouge. »
    -> pere
+ [« Bon, Théo, on en reparle demain tous les deux. Dis à ta maman que je la rappellerai. »]
    ~ facteur = true
    Retour: Vous lui évitez une scène. Mais vous aviez sa mère, après trois semaines, et c’est avec lui que vous concluez. Il apprend que, des deux, c’est lui l’interlocuteur.
    Mme Lambert: « C’est fini ? Donne. »
    -> pere

=== honte ===
~ confie = true
Elle s’est éloignée. Une chaise, une porte que l’on ferme.
Mme Lambert: « Moi, j’ai arrêté en quatrième. Les profs disaient que je prenais la place d’une autre. Alors l’aider… »
+ [« On vous a dit ça, et vous décrochez quand même quand le collège appelle. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous ne corrigez pas le passé et vous ne consolez pas. Vous mettez à côté de la phrase ce qu’elle fait, là, maintenant. Elle ne répond rien pendant un moment.
    Mme Lambert: « … Aujourd’hui, oui. »
    -> pere
+ [« Il existe des cours pour adultes, gratuits, le samedi. Je peux me renseigner, si vous voulez. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous ouvrez une porte, et elle en voit une autre se refermer. Elle vous parlait d’une phrase entendue il y a vingt ans ; vous répondez qu’elle a quelque chose à rattraper.
    -> pere
+ [« Personne n’aurait dû vous dire ça. Et pour l’aider, vous faites déjà beaucoup : il se lève, il vient. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Quelqu’un de l’école le dit enfin, et elle l’entend. Vous ne lui donnez pas de conseil ; c’est sans doute pour cela qu’elle reste en ligne.
    -> pere

=== pere ===
Elle baisse la voix.
Mme Lambert: « Son père, par contre, vous l’appelez pas. On est séparés. Il va dire que c’est moi. »
+ [« Pourquoi ? Il y a quelque chose que je devrais savoir, à son sujet ? »]
    Retour: Vous pensez à la sécurité, et c’est une vraie question. Au téléphone, avec Théo tout près, elle peut difficilement y répondre ; l’assistante sociale, elle, a une porte. Et la règle reste à dire.
    Mme Lambert: « Non, non. Il y a pas de problème. C’est juste qu’on se parle pas. »
    Vous dites la règle : les deux parents sont informés. Cela arrive un peu tard.
    -> possible
+ [« D’accord, je ne l’appelle pas pour l’instant. Ça reste entre vous et moi, c’est vous qui avez Théo. »]
    ~ cache = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Elle est soulagée. Mais vous avez promis le silence à quelqu’un qui n’est pas seul à avoir le droit de savoir. Le bulletin, lui, partira aux deux adresses.
    -> cache_suite
+ [« Je dois l’informer aussi, sauf décision d’un juge. Pas un mot de plus qu’à vous. Si quelque chose vous inquiète, dites-le-moi. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: C’est une règle, pas un camp, et vous la dites avant. Ce qu’elle craint, c’est ce qu’on racontera ; vous bornez cela. Et si elle craignait autre chose, vous lui avez demandé de le dire.
    Mme Lambert: « Pas un mot de plus. D’accord. »
    -> possible

=== cache_suite ===
Elle parle plus vite, plus librement.
Mme Lambert: « Merci. Et si Théo lui en parle, vous direz que vous m’avez pas eue ? »
+ [« Non. Et j’ai promis trop vite : je dois l’informer comme vous. J’appellerai demain, si vous voulez le lui dire d’abord. »]
    ~ cache = false
    ~ repris = true
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Elle se tait. Vous reprenez une promesse devant elle, et vous lui laissez le premier mot. Cela coûte un peu aujourd’hui ; janvier aurait coûté davantage.
    -> possible
+ [« On verra à ce moment-là. L’important, c’est qu’on se soit parlé, vous et moi. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous évitez le mensonge, et la vérité aussi. Elle entend un oui. Théo, lui, a deux parents, et désormais un secret de plus à garder.
    -> suite
+ [« Vous avez raison, je n’ai pas à entrer dans vos affaires. S’il m’appelle, je lui répondrai. »]
    Retour: Vous croyez rester en dehors. Attendre qu’un père demande ce qu’il a le droit de savoir, c’est être en plein dedans, du côté de la première voix entendue.
    -> suite

=== possible ===
Un temps. Elle cherche comment le dire.
Mme Lambert: « Mais moi, derrière lui le soir, je peux pas. Je pars à vingt heures. »
+ [« Alors laissez, on s’en charge ici : aide aux devoirs le lundi et le jeudi, et je vous dis comment ça se passe. »]
    Retour: Vous la soulagez, et c’est sans doute utile à Théo. Mais « laissez » veut dire qu’on fera sans elle. { confie: Elle l’a déjà entendu, en quatrième. }
    -> suite
+ [« Les devoirs, on l’aide ici. Et le dimanche, s’il vous racontait une chose apprise ? Rien à vérifier. Ça se tient, ou c’est trop ? »]
    ~ accord = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Le collège prend le travail, et elle garde un moment : une chose qu’elle sait faire, et le droit de dire que c’est trop. C’est lui qui saura.
    Mme Lambert: « Le dimanche, je fais à manger. Il a qu’à venir dans la cuisine. »
    -> suite
+ [« Il suffirait de signer l’agenda, chaque jour, en partant. Trente secondes, juste pour qu’il sente que vous êtes là. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Trente secondes, en effet, et cinq soirs par semaine, à l’heure où elle cherche ses clés. Au premier oubli, la signature manquante parlera d’elle, pas de lui.
    Mme Lambert: « Je vais essayer. »
    -> suite

=== suite ===
La bouilloire s’est tue. Il est 13 h 52.
Mme Lambert: « Bon. Et maintenant, il se passe quoi ? »
+ [« Je rappelle la semaine prochaine, mercredi, 13 h 40. S’il n’y a rien, je vous dirai qu’il n’y a rien. »]
    ~ date = true
    ~ facteur = false
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Elle saura pourquoi le téléphone sonne. Un appel prévu n’est plus une alerte, et un appel pour rien est, pour elle, une bonne nouvelle.
    Mme Lambert: « Mercredi. Je mettrai le réveil. »
    -> apres_suite
+ [« Ce soir, je vous envoie cinq lignes : ce qu’on s’est dit, et les devoirs de la semaine. »]
    ~ facteur = true
    Retour: C’est soigné. Mais sur ce téléphone, c’est Théo qui lit. Ce soir, il tiendra la liste de ses devoirs entre les mains, et choisira.
    Mme Lambert: « D’accord. Théo me le lira. »
    -> apres_suite
+ [« Vous m’appelez au collège quand vous voulez. Entre midi et deux, on me trouve en salle des professeurs. »]
    Retour: La porte est grande ouverte, et elle donne sur un standard, à l’heure où elle se réveille à peine. Il lui faudra dire son nom et son affaire à trois personnes.
    Mme Lambert: « D’accord. Merci, hein. »
    -> apres_suite

=== apres_suite ===
{
- repris:
    -> fins
- confie:
    -> note
- else:
    -> theo_derriere
}

=== theo_derriere ===
{ confiance <= 0:
    Elle soupire. On entend qu’elle s’est recouchée.
- else:
    On entend une porte s’ouvrir.
}
Mme Lambert: « Il est là, dans le couloir. Il fait une tête… Je lui dis quoi ? »
+ [« Rien pour l’instant, si vous voulez. Je le vois demain à dix heures, je lui parlerai. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous prenez cela sur vous. Mais il passera la nuit à inventer l’appel, avec sa grand-mère pour témoin, et elle se retrouve, une fois de plus, à côté.
    -> fins
+ [« Que je vous ai parlé de son exposé et de ses neuf devoirs. Que c’est vous et moi, et pas contre lui. »]
    ~ facteur = false
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Elle a une phrase, courte, vraie, avec les deux moitiés. C’est elle qui la dira. Il entendra que les adultes se parlent, et qu’il peut poser le sac.
    Elle éloigne l’appareil, pas assez.
    Mme Lambert: « Théo. Viens là. C’est pas grave. Enfin si. »
    -> fins
+ [« Passez-le-moi, je vais lui dire deux mots, gentiment : de ma bouche, il comprendra que personne n’est contre lui. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous voulez l’épargner, elle. Mais vous lui reprenez son fils au moment où elle demandait comment lui parler. Théo dit oui à tout, et cherche sa mère des yeux.
    -> fins

=== note ===
Vous avez raccroché. L’outil de suivi attend une ligne, que Théo et ses parents pourront relire.
+ [« 18/11 : mère jointe. Travaille de nuit, séparée, peu à l’aise avec l’écrit. Bonne volonté. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous notez pour que les collègues comprennent. Mais rien ici n’aide Théo vendredi, et ce qu’elle a confié, ou que vous avez deviné, vient de changer de propriétaire.
    -> fins
+ [« 18/11 : échange positif avec la famille. À suivre. »]
    Retour: C’est pudique, et rien ne fuit. Mais « à suivre » ne dit ni par qui, ni quand, ni à quelle heure elle décroche. Votre collègue écrira un quatrième message.
    -> fins
+ [« 18/11, 13 h 40 : mère jointe, de vive voix, comme elle le préfère. Point sur les devoirs. Suite : voir avec M. Lambert aussi. »]
    Retour: Une heure, un canal, un fait, un reste à faire. Le prochain qui voudra la joindre saura comment, et elle pourrait lire la ligne sans rougir.
    -> fins

=== fins ===
{
- cache:
    Le bulletin partira en décembre, aux deux adresses.
    Fin: pere
- facteur:
    Le soir, Théo ouvre le téléphone de sa mère. Il lit d’abord tout seul.
    Fin: facteur
- date and accord and confiance >= 3:
    Mercredi 25, 13 h 40. Deux sonneries.
    Fin: mercredis
- confiance >= 2 or date:
    Jeudi, Théo rend un devoir. Il le pose sur votre bureau sans vous regarder.
    Fin: une-fois
- else:
    Mercredi 25, 13 h 40. Six sonneries.
    Fin: messagerie
}
-> END
