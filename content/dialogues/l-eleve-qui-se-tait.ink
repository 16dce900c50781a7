VAR confiance = 2
VAR secret = false
VAR cour = false
VAR alerte = false

-> sonnerie

=== sonnerie ===
La sonnerie. Les chaises raclent. Salomé ferme sa trousse avant tout le monde. Vous avez sa copie à la main.
+ [« Seize, Salomé, encore. Tu devrais en faire profiter les autres, on ne t’entend plus ! Tu restes deux minutes ? »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est un compliment, et dix têtes se tournent. Quelqu’un, au fond, répète « Seize, Salomé » avec une voix aiguë. Elle a cessé de parler pour ne pas entendre cela.
    -> fait
+ [« Salomé, tu peux rester deux minutes, s’il te plaît ? »]
    Retour: C’est simple et poli. Mais toute la classe l’a entendu, et quelqu’un se demande déjà pourquoi. Elle aussi.
    -> fait
+ [Poser la copie devant elle, et dire à voix basse : « Reste deux minutes quand ils seront sortis. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Un ordre, presque, mais pour elle seule. Personne n’a rien à raconter à la cantine, et elle n’a pas à inventer d’excuse.
    -> fait

=== fait ===
La salle est vide. Elle reste debout, le sac sur une épaule, la main sur la bretelle.
Salomé: « C’est pour ma copie ? »
+ [« Non. Avant les vacances, tu levais la main trois ou quatre fois par heure. Depuis, pas une. Je l’ai vu, c’est tout. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Un fait, une date, pas de cause. « C’est tout » ne réclame rien : elle peut démentir, répondre, ou se taire sans mentir.
    -> notes
+ [« Non, ta copie est très bien. Je me demandais simplement si tout allait bien pour toi, en ce moment ? »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: La question est bienveillante, et sa réponse est déjà dedans. « Oui » est plus court que tout le reste, et vous permettra d’aller déjeuner.
    -> ca_va
+ [« Non. Je te trouve très réservée. À ton âge, moi non plus je n’osais pas. Il m’a fallu des années pour parler en public. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous offrez un peu de vous. Mais elle n’est pas timide : en octobre, elle parlait. Votre histoire prend la place de la sienne, et elle vous écoute poliment.
    -> ca_va

=== ca_va ===
Salomé: « Oui, oui. Ça va. Je suis fatiguée, c’est tout. »
Sa bretelle glisse. Elle la remonte.
+ [« Fatiguée, oui. Tu peux t’asseoir, si tu veux. Moi, j’ai le temps. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous prenez son mot sans le discuter, et vous ne demandez pas d’aveu. « J’ai le temps » : elle vérifie du regard que c’est vrai. Elle pose son sac sur la table.
    -> notes
+ [« Fatiguée depuis quand ? Tu te couches à quelle heure, en ce moment ? À quinze ans, il faut neuf heures. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Elle a jeté le mot « fatiguée » comme on ferme une porte, et vous avez discuté de la porte. Elle hoche la tête. Elle n’est plus là.
    -> couloir_midi
+ [« D’accord. Je suis en salle 12 jusqu’à midi vingt, le mardi et le jeudi. Si ça change, tu passes. »]
    Retour: Vous respectez son silence, et vous donnez une heure. Elle entend que la question est close et qu’elle l’a bien passée. « Si ça change » lui laisse tout le travail.
    -> couloir_midi

=== couloir_midi ===
Elle est partie. Il est midi cinq. M. Vidal ferme sa salle, en face.
M. Vidal: « Tu gardais Salomé ? Elle est parfaite, elle. Si j’en avais trente comme ça… »
+ [« Dis-moi juste un truc : depuis la rentrée de novembre, tu l’as entendue, toi, en espagnol ? »]
    Retour: Il réfléchit. « … Non. Maintenant que tu le dis. » Deux salles, le même changement : ce n’est plus une impression, et vous n’avez rien supposé.
    -> seize_heures
+ [« Oui, j’ai l’impression qu’il y a quelque chose à la maison. Tu sais si les parents sont séparés ? »]
    Retour: Vous cherchez à comprendre, et vous venez d’inventer une famille. Ce soir, cette phrase aura fait le tour de trois casiers ; Salomé n’a toujours rien dit.
    -> seize_heures
+ [« Oui, elle est fatiguée, mais ça va. C’est la période, ils sont tous sur les rotules. »]
    Retour: C’est ce qu’elle vous a dit. En le répétant, vous en faites un fait. Ce que vous aviez vu depuis trois semaines vient de s’effacer en une phrase.
    -> seize_heures

=== seize_heures ===
15 h 20, entre deux cours. Par la fenêtre, vous la voyez dans la cour, seule, le dos contre le mur du gymnase. Elle ne regarde pas son téléphone. Elle ne regarde rien.
+ [Descendre, s’arrêter à côté d’elle : « Je reviens à ce midi. Tu parlais, en octobre. Tu ne parles plus, et je l’ai vu. »]
    ~ cour = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Revenir le même jour dit que ce n’était pas une politesse. Elle ne répond pas. Elle se décale un peu, pour faire de la place.
    La vie scolaire fait entrer vos élèves. Vous attendez avec elle, contre le mur.
    -> voix
+ [Passer à l’infirmerie, et dire : « Salomé, 2de 4. Elle ne parle plus depuis trois semaines, elle est seule. Je ne sais pas pourquoi. »]
    ~ alerte = true
    Retour: Des faits, et l’aveu que vous ne savez pas. Vous n’avez pas besoin d’une confidence pour alerter : Mme Carlier note le nom et la date. Elle a de quoi agir.
    -> lendemain
+ [Lui écrire sur la messagerie : « Ce midi, ma question était mauvaise. Si tu veux en parler : demain, midi, salle 12. »]
    Retour: Vous reconnaissez l’erreur, et vous donnez une heure. Elle répond « pas de souci » avec un cœur, sans quitter son mur. Le premier pas est encore le sien.
    -> lendemain

=== notes ===
Elle regarde le tableau, pas vous.
Salomé: « Personne a rien dit, pourtant. J’ai toujours mes notes. »
+ [« Justement. Ce serait dommage de perdre des points de participation, avec ton niveau. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous parlez sa langue, croyez-vous. Elle entend que son silence compte dans la moyenne, et que c’est pour cela que vous êtes encore là.
    -> voix
+ [« Tes notes, oui. Elles me disent que tu travailles, pas comment tu vas. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Ses notes sont son abri : tant qu’elles tiennent, personne n’entre. Vous venez de dire, sans forcer, que vous voyez l’abri.
    -> voix
+ [« Il s’est passé quelque chose avec quelqu’un de la classe ? Tu peux me donner les noms, tu sais. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous pensez juste, peut-être, et vous allez trop vite. Des noms, c’est une enquête ; elle imagine déjà qui saura qu’elle a parlé.
    -> voix

=== voix ===
Elle ajuste ses lunettes. Sa voix descend.
Salomé: « Quand je réponds, il y en a qui refont ma voix. Sur le groupe aussi. C’est pour rire. »
+ [« Qui ? Tu me dis qui, et cet après-midi même je m’en occupe, ils ne recommenceront pas. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Votre colère est pour elle, et elle lui fait peur. Demain, tout le monde saura d’où vient l’orage. Elle cherche comment reprendre ce qu’elle a dit.
    Salomé: « Non, non, c’est bon. C’était pas méchant. »
    -> question_secret
+ [« On imite souvent ceux qui réussissent. Montre-leur que ça ne t’atteint pas : réponds, plus fort qu’avant. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous voulez lui rendre de la force. Elle entend que c’est à elle de faire cesser ce qu’on lui fait, et que si elle n’y arrive pas, c’est qu’elle est faible.
    -> question_secret
+ [« Toi, ça ne te fait pas rire. Je vais le dire à la direction : c’est à nous de faire cesser ça. Tu n’as pas de nom à me donner. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous ne pesez pas si c’est grave, vous n’enquêtez pas, vous dites qui s’en charge. Elle avait peur de devenir une affaire ; elle entend une règle.
    -> question_secret

=== question_secret ===
Plus loin, quelqu’un rit. Elle attend que cela passe.
Salomé: « Si je vous dis un truc, vous le répétez pas ? »
+ [« Promis. Ce que tu me dis reste entre nous, tu as ma parole. »]
    ~ secret = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Elle respire. C’est ce qu’elle voulait entendre, et elle va parler. Mais vous avez donné votre parole sur une phrase que vous ne connaissez pas encore.
    -> phrase
+ [« Je ne peux pas te le promettre. Si tu es en danger, je le dirai, et tu seras la première à le savoir. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Cela commence par un non, et elle hésite. Puis elle comprend ce que ce non veut dire : quelqu’un fera quelque chose. C’est peut-être pour cela qu’elle est restée.
    -> phrase
+ [« Je ne suis pas la meilleure personne pour ça. L’infirmière est formée, elle, tu devrais lui en parler. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est modeste, et presque exact. Mais elle n’a encore rien dit, et vous avez déjà passé la main. Elle avait choisi quelqu’un ; elle essaie une dernière fois.
    -> phrase
+ [« Ça dépend de quoi il s’agit. Dis-moi d’abord, et on décidera ensemble après. »]
    Retour: Vous gardez les mains libres. Elle doit parler sans connaître la règle : alors elle parle à moitié, les yeux sur la porte, prête à dire que c’était une blague.
    -> phrase

=== phrase ===
Elle parle vite, sans respirer.
Salomé: « Le soir, des fois, je me dis que si j’étais plus là, ça ferait pas de bruit. C’est tout. C’est rien. »
+ [« Ça en ferait, du bruit. À moi, tu manquerais, et à d’autres, ici. »]
    Retour: Cela sort du cœur, et elle l’entend. Mais vous répondez à sa phrase avant qu’elle soit finie. Elle voit votre peur, et fait ce qu’elle sait faire : elle vous rassure.
    Salomé: « Non mais oui, je sais. C’est bête. »
    -> aiguillage
+ [« Quand tu dis plus là : tu penses à mourir ? »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Le mot est dit, calmement, et le plafond tient. Vous ne lui mettez pas l’idée en tête. Vous n’avez pas à peser la réponse, seulement à la porter, à deux, à qui sait la peser.
    Salomé: « … Des fois. Pas tout le temps. »
    -> aiguillage
+ [« Depuis quand ? C’est tous les soirs ? Tu en as parlé à quelqu’un ? Tes parents sont au courant ? »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous voulez mesurer le danger. Quatre questions d’affilée, et elle passe un examen : elle cherche ce qu’il faut répondre. Mesurer est le métier d’une autre.
    Salomé: « Non, enfin… non. »
    -> aiguillage
+ [« Merci de me le dire. Ce n’est pas rien, et tu as bien fait. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Elle disait « c’est rien », vous dites que non. Vous ne discutez pas, vous recevez. Il reste à ne pas s’arrêter là : une phrase reçue n’est pas encore une phrase portée.
    -> aiguillage

=== aiguillage ===
{ secret:
    -> promis
- else:
    -> relais
}

=== promis ===
{ cour:
    Il est 15 h 35. L’infirmerie ferme à 16 h. Salomé suit votre regard.
- else:
    Il est midi vingt. L’infirmerie est au bout du couloir. Salomé suit votre regard.
}
Salomé: « Vous avez promis. »
+ [« Oui, et je n’aurais pas dû. Je ne peux pas garder ça. On y va ensemble, maintenant ; tu peux m’en vouloir. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Elle est en colère, et elle marche à côté de vous. Rompre une parole coûte ; la rompre devant elle, sans détour, coûte moins que de la rompre dans son dos.
    -> vers_infirmerie
+ [« Je tiens ma promesse. Mais toi, promets-moi de m’écrire si ça ne va pas ce soir, à n’importe quelle heure. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Elle vous remercie, vraiment. Ce soir, entre elle et sa phrase, il n’y aura que votre téléphone. Vous n’êtes pas un service de garde, et elle n’aura pas le cœur de vous déranger.
    -> plus_tard
+ [« Je sais. Mais c’est trop lourd pour toi et moi. On va voir Mme Carlier, c’est pour ton bien. »]
    ~ confiance = MAX(confiance - 2, 0)
    Retour: Vous faites ce qu’il faut, et vous passez sur ce qu’elle vient de rappeler : une promesse tombe. Avoir raison ne remplace pas de le reconnaître. Elle vous suit sans un mot.
    -> vers_infirmerie

=== relais ===
{ cour:
    Il est 15 h 35. L’infirmerie ferme à 16 h.
- else:
    Il est midi vingt. L’infirmerie est au bout du couloir.
}
Salomé: « Bon. Faut que j’y aille, moi. »
+ [« Après. D’abord, on va voir Mme Carlier, je viens avec toi. Je dis une phrase, et tu dis la suite si tu veux. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous ne demandez pas la permission, et vous dites tout du trajet : où, qui, quoi, combien. Ce qui lui faisait peur tient maintenant en une phrase, et c’est vous qui la direz.
    -> vers_infirmerie
+ [« On peut aller voir Mme Carlier ensemble. Tu préfères maintenant, ou demain à la récréation ? »]
    Retour: Vous respectez son rythme, et vous irez avec elle. Mais elle vient de faire le plus dur, et le choix que vous offrez contient une nuit.
    Salomé: « Demain. »
    -> plus_tard
+ [« Vas-y, je ne te retiens pas. J’appelle Mme Carlier tout de suite, elle te fera venir tout à l’heure. »]
    Retour: L’alerte part, et c’est l’essentiel. Mais d’ici à « tout à l’heure », une élève est seule et se demande qui sait quoi. Une demi-heure est longue.
    Mme Carlier n’attend pas tout à l’heure. Elle vous demande de la rattraper et de venir avec elle, maintenant.
    -> vers_infirmerie

=== vers_infirmerie ===
{ cour:
    -> infirmerie
- else:
    -> couloir
}

=== plus_tard ===
{ cour:
    -> soir
- else:
    -> sans_relais
}

=== sans_relais ===
12 h 50. Elle est à la cantine, ou elle n’y est pas. Vous n’avez pas touché à votre plateau. M. Vidal s’assied en face.
M. Vidal: « Ça n’a pas l’air d’aller, toi. »
+ [« Une élève m’a dit quelque chose. Je dois voir l’infirmière tout de suite. Tu peux faire entrer mes premières à treize heures ? »]
    { secret:
        ~ confiance = MAX(confiance - 1, 0)
    }
    Retour: Pas de nom, pas de récit. Vous allez chercher Salomé d’abord, pour le lui dire vous-même. { secret: Elle vous en veut. | Elle aurait préféré demain. } Vous réparez une douceur qui la laissait seule.
    -> couloir
+ [« C’est Salomé. Elle a des idées noires. Tu l’as dans ta classe, garde un œil sur elle, mais tu ne dis rien. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous partagez un poids, avec un homme sérieux. Mais il ne peut rien en faire, et le secret qu’elle vous a confié circule sans qu’aucun soignant le connaisse.
    -> soir
+ [« La fatigue. Je fais le point avec une élève demain, ça me travaille un peu. »]
    Retour: Vous protégez sa parole. Mais vous voilà comme elle, avec une phrase et personne. L’infirmière, elle, est encore là trois heures.
    -> soir

=== soir ===
22 h 15. Vos copies sont devant vous. Vous relisez la même depuis un quart d’heure. L’infirmerie est fermée, le lycée aussi.
+ [Écrire à Salomé sur la messagerie du lycée : « Bonsoir. Tu tiens le coup ? Je pense à toi. »]
    Retour: Elle répond « oui merci » en trois secondes. Vous n’en savez pas plus que tout à l’heure, et elle a compris que c’était à elle de veiller sur votre soirée.
    -> fin_nuit
+ [Appeler le 3114, dire ce que vous savez et ce que vous n’avez pas fait, demander quoi faire maintenant.]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: On vous écoute sans vous gronder, et l’on vous aide à décider qui joindre : la proviseure, d’astreinte, qui appelle ses parents. Un danger immédiat, ce serait le 15. C’est tard ; ce n’est pas demain.
    -> fin_soir
+ [Rédiger pour l’infirmière un courriel précis, avec l’heure et les mots exacts, qu’elle lira en arrivant.]
    Retour: Votre message est impeccable. Il sera lu à 8 h. D’ici là, il soulage surtout celui ou celle qui l’a écrit : un écrit garde la trace, il ne veille pas.
    -> fin_nuit

=== fin_nuit ===
La nuit est longue. À 7 h 40, vous êtes devant la porte de l’infirmerie.
Fin: nuit
-> END

=== fin_soir ===
23 h 10. La proviseure vous rappelle. Les parents de Salomé sont assis sur le bord de son lit.
Fin: soir-meme
-> END

=== couloir ===
Le couloir est vide. Elle marche près du mur.
Salomé: « Faut pas le dire à mes parents. Ils vont s’écrouler. »
+ [« D’accord. On en parle d’abord avec Mme Carlier, et ils ne sauront rien sans ton accord. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous ouvrez la porte avec une clé qui n’est pas à vous. Dans une heure, on lui dira sans doute que ses parents doivent savoir, et c’est votre visage qu’elle reverra.
    -> infirmerie
+ [« Ça, je ne peux pas te le promettre. Dis-le à Mme Carlier comme tu viens de me le dire : “ils vont s’écrouler”. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous ne promettez pas, vous ne discutez pas. Sa peur devient une chose à dire à quelqu’un qui saura quoi en faire, au lieu d’une raison de se taire.
    -> infirmerie
+ [« Ils t’aiment, tes parents. Ils vont avoir peur, puis ils seront soulagés de savoir, tu verras. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous ne les connaissez pas. Elle, si. Rassurer sur ce que l’on ignore, c’est lui dire que sa peur est mal informée, et elle se tait jusqu’à la porte.
    -> infirmerie

=== infirmerie ===
Mme Carlier lève les yeux de son écran. Salomé reste sur le seuil.
Mme Carlier: « Entrez. Qu’est-ce qui vous amène ? »
+ [« Je te laisse avec Salomé, elle va t’expliquer mieux que moi. Je file, j’ai cours. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous lui laissez la parole, par respect. Mais elle doit recommencer depuis le début, devant une inconnue. Mme Carlier vous rappelle d’un geste : « Une minute. Assieds-toi. »
    -> fin_relais
+ [« Salomé m’a dit, tout à l’heure, qu’elle pensait parfois à ne plus être là. J’ai dit que je viendrais avec elle. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Ses mots, l’heure, rien de plus. Elle n’a pas à se résumer, elle peut corriger, et l’infirmière sait à quoi s’en tenir. C’est une phrase qu’on peut dire devant elle.
    -> fin_relais
+ [« C’est Salomé. Je crois qu’elle est harcelée, et qu’elle ne va pas bien du tout : il faudrait la prendre en charge. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous voulez que l’on agisse. Mais vous avez conclu devant elle, avec des mots qu’elle n’a pas dits. Mme Carlier devra d’abord défaire ce dossier.
    -> fin_relais

=== fin_relais ===
Mme Carlier tire une chaise, ferme le rideau. En sortant, vous passez chez la proviseure adjointe : une phrase, l’heure, et les imitations. Cela se fait le jour même.
{ confiance >= 3:
    Sur le seuil, Salomé demande si vous avez cours avec elle demain. Oui. Elle hoche la tête.
    Fin: relais
- else:
    Quand vous avez refermé la porte, Salomé regardait le mur.
    Fin: colere
}
-> END

=== lendemain ===
Vendredi, 9 h. La classe attend dans le couloir. Salomé est contre le mur, ses cheveux devant ses lunettes. Vous avez la clé à la main.
+ [Aller vers elle pendant l’exercice : « Ça va mieux qu’hier ? Tu as pu réfléchir ? »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous n’avez pas oublié. Mais à voix basse au milieu de vingt-huit élèves, la question l’expose, et « mieux » lui dit ce qu’il faut répondre. Elle répond : « Oui. »
    -> fin_lendemain
+ [Dire bonjour à la porte, à elle comme aux autres, et poser devant elle le schéma qu’elle demandait en octobre.]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Rien à répondre, rien à expliquer. Vous vous souvenez de ce qu’elle était avant, et sa place est la même. C’est peu, et c’est le jour où cela compte.
    -> fin_lendemain
+ [Ne rien changer, ne pas la regarder plus que les autres : hier, vous l’avez assez mise dans l’embarras.]
    Retour: C’est de la pudeur. De sa place, elle voit un adulte qui évite son regard, et en conclut qu’elle avait raison : cela gêne, et cela ne fait pas de bruit.
    -> fin_lendemain
+ { not alerte } [Faire cours et, dès la récréation, passer à l’infirmerie avec deux dates et deux faits, sans chercher la cause.]
    ~ alerte = true
    Retour: Un jour de plus que nécessaire, et le bon endroit. Mme Carlier écoute, note, remercie : elle n’a pas besoin d’une confidence pour inviter une élève.
    -> fin_lendemain

=== fin_lendemain ===
{ alerte:
    À midi, dans le couloir, l’infirmière croise Salomé et lui dit bonjour par son prénom.
    Fin: porte
- else:
    Elle range sa trousse. Elle sort la première.
    Fin: parfaite
}
-> END
