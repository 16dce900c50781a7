VAR confiance = 2
VAR prof = 1
VAR recit = false
VAR travail = false
VAR sortie = false
VAR promis = false
VAR bureau = false
VAR classe = false
VAR froid = false
VAR excuse = false
VAR bonjour = false
-> seuil

=== seuil ===
7 h 50. Lina a gardé son manteau. Elle ne s’assoit pas.
Lina: « C’est bon, j’ai fait mes trois jours. Je peux y aller ? »
+ [« Dans un moment. Trois jours chez toi, c’était comment ? Raconte-moi un peu. »]
    Retour: C’est attentif, et elle n’a rien à en dire : c’était long. Pendant ce temps, dix heures approche, et elle ne pense qu’à cela.
    Lina: « C’était long. »
    -> deteste
+ [« Oui, quand on aura préparé les maths. Tes trois jours, c’est fini : ce qui compte, c’est dix heures. »]
    Retour: Vous lui dites que c’est derrière, et que c’est à dix heures que ça se passe. C’est exactement l’heure à laquelle elle pense.
    Lina: « J’ai pas dormi, à cause de dix heures. »
    -> deteste
+ [« Avant ça, j’ai besoin de savoir si tu as compris pourquoi tu as été exclue. Dis-le-moi avec tes mots. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Elle a déjà dit oui à la principale, à sa mère, à son oncle. Elle entend que le procès a une audience de plus, et prépare sa réponse de procès.
    Lina: « Parce que j’ai insulté un professeur et que c’est inacceptable. »
    -> deteste

=== deteste ===
Elle s’assoit sur le bord de la chaise.
Lina: « De toute façon, il me déteste. Il m’a toujours détestée. »
+ [« Ce que tu penses de lui, c’est ton droit. Ce que tu lui as dit, non. On commence par quoi ? »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: C’est ferme, et elle ne s’y trompe pas : vous séparez ce qu’elle ressent de ce qu’elle a fait. Elle peut garder l’un et regarder l’autre.
    Lina: « Ce que je lui ai dit, je sais. »
    -> mot
+ [« Raconte-moi l’heure d’avant. Pas la copie qui vole. Avant. »]
    ~ confiance = MIN(confiance + 1, 4)
    ~ recit = true
    Retour: Vous ne discutez pas « il me déteste », et vous ne commencez pas par la fin. Elle peut raconter sans plaider.
    Lina: « Avant… Il rendait les contrôles. »
    -> copie
+ [« Mais non, il ne te déteste pas. Il était en colère, comme toi. Ça arrive à tout le monde. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous voulez apaiser. Elle entend que vous savez mieux qu’elle, sans avoir demandé, et que vous parlez déjà pour lui.
    Lina: « Vous y étiez ? »
    -> mot

=== copie ===
Lina: « Il a dit ma note tout fort. “Quatre, sans surprise.” Y en a qui ont rigolé. Et là, j’ai vu rouge. »
+ [« On ne va pas rejouer le procès. La sanction a été décidée, elle est faite, on avance. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous l’aviez fait parler, et vous refermez sur ses doigts. Elle entend que son côté de l’histoire ne comptait pas.
    Lina: « C’est vous qui avez demandé. »
    -> peur
+ [« S’il a dit ça, je comprends que ça t’ait brûlée. Et ce que tu lui as répondu, tu en penses quoi ? »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: « S’il a dit ça » : vous l’entendez sans rien juger, il n’a pas encore parlé. Et vous ne lui cachez pas l’autre moitié.
    Lina: « Que j’aurais pas dû. Je peux lui dire. Mais pas devant eux. »
    ~ excuse = true
    -> devoirs
+ [« Ça, ce n’est pas normal. Je vais lui en parler, tu peux compter sur moi. »]
    ~ confiance = MIN(confiance + 1, 4)
    ~ promis = true
    Retour: Elle entend qu’elle n’est plus seule, et elle respire. Mais vous avez jugé sur un seul récit, et promis une conversation dont vous ne savez encore rien.
    Lina: « Merci. Vous allez lui dire, hein ? »
    -> peur

=== mot ===
Lina: « Je l’ai insulté. Voilà. C’est ça qu’il faut dire ? »
+ [« Bon. C’est du passé, on n’en parle plus. L’important, c’est que tu repartes du bon pied avec lui, dès ce matin. »]
    Retour: Elle est soulagée, et vous aussi. Elle entend qu’il n’y a rien à réparer ; à dix heures, quelqu’un d’autre s’en souviendra.
    Lina: « OK. Cool. »
    -> peur
+ [« Il faut que tu lui présentes des excuses, et tu le sais très bien. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Elle y pensait peut-être. Exigée avant même qu’elle l’offre, l’excuse devient un péage, et elle se braque devant le guichet.
    Lina: « Et lui, il m’en fait, des excuses ? »
    -> peur
+ [« Tu n’as rien à me réciter. Mais c’est dit, et sans détour. Il s’est passé quoi, juste avant ? »]
    ~ confiance = MIN(confiance + 1, 4)
    ~ recit = true
    Retour: Elle avait tendu une phrase toute faite ; vous n’en voulez pas. Elle entend que l’on peut assumer et raconter quand même.
    Lina: « Il a lu ma note tout fort. “Quatre, sans surprise.” C’est pas une raison, hein. Je peux lui dire pardon. Mais pas devant eux. »
    ~ excuse = true
    -> devoirs

=== peur ===
Elle tire sur la manche de son manteau.
Lina: « Et si ça part en vrille, à dix heures ? S’il me cherche ? »
+ [« Il ne te cherchera pas. Je vais lui parler, tout va bien se passer, tu verras. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous n’en savez rien, et elle le sait. Elle entend une phrase d’adulte ; s’il fait une remarque, vous lui aurez menti.
    Lina: « Si vous le dites. »
    -> ferrand
+ [« Si ça monte, tu te lèves et tu viens ici. Je te donne le droit, tu n’auras pas à discuter. »]
    ~ confiance = MIN(confiance + 1, 4)
    ~ sortie = true
    Retour: Elle entend une porte de secours. M. Ferrand, lui, ne la connaît pas : ce qui est un droit pour elle sera pour lui une sortie sans permission.
    Lina: « Sérieux ? Je me lève et c’est tout ? »
    -> ferrand
+ [« Le pire moment, pour toi, c’est lequel : passer la porte, t’asseoir, ou qu’il te rende une copie ? »]
    ~ confiance = MIN(confiance + 1, 4)
    ~ excuse = true
    Retour: Vous coupez la peur en morceaux. Elle n’a plus une heure entière devant elle, mais un endroit précis, et vous pourrez y faire quelque chose.
    Lina: « La porte. Quand ils vont tous se retourner. Si je pouvais entrer avant… et lui dire un truc, vite fait. »
    -> ferrand

=== devoirs ===
Elle sort une feuille pliée en huit.
Lina: « Le travail qu’il a envoyé, je l’ai pas fait. J’ai essayé mardi. J’ai rien compris. »
+ [« Montre. Tu as bloqué où ? … Là. La première question, on la fait maintenant, tous les deux. »]
    ~ travail = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Il reste huit minutes, et vous les passez sur une parenthèse. Elle entend qu’elle peut entrer en maths avec quelque chose de fait.
    Elle trouve au deuxième essai. Elle recopie au propre, très lentement.
    -> ferrand
+ [« Il fallait le faire : l’exclusion ne dispense pas du travail. Tu le rendras demain sans faute. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: La règle est exacte : les cours continuent pendant l’exclusion. Mais elle vient de dire « j’ai essayé », et elle entend qu’il fallait le cacher.
    Lina: « Demain j’aurai pas plus compris. »
    -> ferrand
+ [« Ce n’est pas grave. Je lui dirai que tu n’as pas eu le temps, avec tout ça. »]
    Retour: Vous voulez lui épargner une histoire de plus. Elle entend que l’on peut arranger la vérité pour elle ; et lui lira « pas le temps » comme « pas envie ».
    Lina: « Trois jours chez moi, pas eu le temps ? Il va rire. »
    -> ferrand

=== ferrand ===
9 h 50. M. Ferrand range sa salle. Il ne lève pas la tête.
M. Ferrand: « Je vous préviens, je ne la prends pas. Elle ira en permanence jusqu’à ce que ce soit réglé. »
+ [« Elle regrette beaucoup, vous savez. Ce matin, elle n’était pas fière. »]
    Retour: Vous plaidez pour elle dès la première phrase, et vous dites à sa place ce qu’elle n’a pas dit. Il entend que vous avez déjà choisi votre blessé.
    M. Ferrand: « Elle regrette. Et c’est vous qu’elle envoie. »
    -> refus
+ [« Avant de parler d’elle : et vous, depuis ce jour-là ? »]
    ~ prof = prof + 1
    Retour: Il attendait qu’on lui parle de l’élève ou du règlement. Il entend qu’il est arrivé quelque chose à quelqu’un, et que c’était lui.
    Il pose l’éponge.
    -> blesse
+ [« Ce n’est pas nous qui choisissons. La sanction est faite : elle est votre élève, vous devez la reprendre. »]
    ~ prof = prof - 1
    Retour: C’est exact : un professeur ne choisit pas les élèves qu’il reçoit. Il entend que le règlement protège tout le monde dans cette affaire, sauf lui.
    M. Ferrand: « Je connais le règlement. Je l’ai même lu à haute voix, en septembre. »
    -> refus

=== blesse ===
M. Ferrand: « Vingt-deux ans que j’enseigne. Le lendemain, je suis resté une minute devant ma porte avant d’entrer. On m’a demandé un rapport, et c’est tout. Personne n’est passé. »
+ [« Lina aussi est restée devant la porte, ce matin. Vous avez eu peur tous les deux. »]
    ~ prof = prof - 1
    Retour: C’est vrai, et trop tôt. Il entend que sa peur à lui vaut celle d’une enfant de 13 ans, et qu’il serait temps de passer à elle.
    M. Ferrand: « Très touchant. Seulement, moi, je n’ai insulté personne. »
    -> condition
+ [« C’est vrai, personne n’est passé. Et moi non plus. »]
    ~ prof = prof + 1
    Retour: Vous n’expliquez pas pourquoi. Il entend que ce n’était pas normal, et que quelqu’un le reconnaît sans qu’il ait à le réclamer.
    M. Ferrand: « Bon. C’est dit. »
    -> condition
+ [« On aurait dû passer, c’est vrai. La direction peut vous recevoir, et le médecin du travail aussi. »]
    Retour: Le « on » ne coûte rien, et le guichet arrive vite. C’est utile, il faudra le lui redire ; là, il vous parlait.
    M. Ferrand: « Je prendrai le formulaire en passant. »
    -> condition

=== refus ===
M. Ferrand: « Très bien. Elle entre, elle s’assoit au fond, et je ne lui adresse plus la parole jusqu’en juin. »
+ [« Vous avez raison, c’est trop tôt pour se parler. Qu’elle soit au fond ce matin, et on verra demain. »]
    ~ froid = true
    Retour: Vous prenez ce qu’il donne. Il entend que cela vous suffit : une élève assise, un professeur muet, et vous, votre retour réussi.
    M. Ferrand: « Au fond, donc. Près du radiateur, qu’elle ne dise pas qu’on la maltraite. »
    -> part
+ [« Vous ne pouvez pas faire ça. C’est vous l’adulte, dans cette histoire. »]
    ~ prof = prof - 1
    Retour: Il le sait. Il entend qu’un adulte n’a pas le droit d’être blessé, et qu’en plus d’une insulte il reçoit une leçon.
    M. Ferrand: « L’adulte aimerait des excuses, figurez-vous. »
    -> condition
+ [« Et vous, il vous faudrait quoi, pour qu’elle puisse s’asseoir ? »]
    ~ prof = prof + 2
    Retour: Vous cessez de plaider. Il entend que sa parole compte, et que la question n’est plus « la prendre ou pas », mais comment.
    M. Ferrand: « D’excuses. Pas d’un mot de sa mère. D’elle. »
    -> condition

=== condition ===
Il regarde la place vide, au deuxième rang.
M. Ferrand: « Elle m’a insulté devant la classe. Qu’elle s’excuse devant la classe. Ça me paraît équilibré. »
+ { excuse } [« Devant la classe, vous aurez un numéro. À votre bureau, avant la sonnerie, elle est prête à vous parler. »]
    ~ bureau = true
    ~ prof = prof + 1
    Retour: Vous dites non à la scène et oui à l’excuse. Il entend qu’elle l’a proposée elle-même, et qu’il ne sera pas le décor.
    M. Ferrand: « Elle a dit ça ? … Bon. Je serai là à moins deux. »
    -> part
+ [« Je comprends. C’est légitime, après ce que vous avez entendu. Je vais le lui demander. »]
    ~ prof = prof + 1
    ~ classe = true
    Retour: Il est soutenu, enfin. Mais vous venez d’accepter pour elle une scène devant vingt-cinq élèves, qui ne répare que le tableau.
    -> part
+ [« Elle a déjà été sanctionnée. Une excuse publique, c’est une punition de plus pour le même fait. »]
    Retour: L’argument peut se tenir : la circulaire range l’excuse publique parmi les punitions. Mais vous lui parlez droit, il vous parlait de sa classe. Il entend une porte, et rien à la place.
    M. Ferrand: « Vous êtes son avocat, ou quoi ? »
    -> part
+ { not excuse } [« Devant la classe, vous aurez un numéro. Je peux lui proposer de venir à votre bureau, avant la sonnerie. »]
    ~ bureau = true
    Retour: Vous refusez la scène sans refuser l’excuse. Vous ne promettez rien pour elle : il entend une proposition, pas encore une réponse.
    M. Ferrand: « Proposez. On verra bien. »
    -> part

=== part ===
9 h 55. Il cherche ses clés.
M. Ferrand: « Et moi, qu’est-ce que je suis censé faire ? Lui jeter des pétales ? »
+ [« Faites comme si de rien n’était. Elle a surtout besoin qu’on oublie. »]
    Retour: C’est commode, et personne n’y arrivera. Il entend qu’il doit avaler ; elle verra qu’il ne la regarde pas.
    M. Ferrand: « Oublier. Je vais essayer ça. »
    -> couloir
+ { travail } [« La première question de la fiche : elle l’a faite ce matin. Commencez par elle, ou passez dans son rang. »]
    ~ prof = prof + 1
    Retour: Vous ne lui demandez pas d’être gentil, mais d’enseigner. Il entend qu’elle a travaillé, et qu’il y a une place pour son métier à lui.
    M. Ferrand: « Elle l’a faite ? La parenthèse aussi ? … Je passerai. »
    -> couloir
+ [« Dites-lui bonjour par son prénom quand elle entre. Rien d’autre. »]
    ~ bonjour = true
    ~ prof = prof + 1
    Retour: Une seconde, un mot, faisable même de mauvaise humeur. Il entend qu’on ne lui demande pas de pardonner à heure fixe.
    M. Ferrand: « Bonjour, Lina. Je devrais y arriver. »
    -> couloir
+ { recit } [« Peut-être ne plus lire les notes à voix haute. Elle m’a raconté, pour le quatre. »]
    ~ prof = prof - 1
    Retour: Il faudra en parler, un jour, assis. À cinq minutes du cours, il entend qu’elle l’a accusé, et que vous l’avez crue sans lui.
    M. Ferrand: « Ah. Donc c’était ma faute. »
    -> couloir
+ { sortie } [« Je l’ai autorisée à sortir si ça monte. J’aurais dû vous demander d’abord. »]
    ~ sortie = false
    ~ prof = prof + 1
    Retour: Il n’aime pas ce qu’il apprend, mais il l’apprend de vous, et avant. Il entend que c’est son cours, et il peut mettre sa condition.
    M. Ferrand: « Dans mon cours. … Qu’elle me fasse signe, au moins, et que quelqu’un l’accompagne. Et elle revient finir. »
    -> couloir

=== couloir ===
{
    - bureau && excuse && prof >= 2: -> moins_deux
    - classe: -> devant_la_classe
    - else: -> porte_ouverte
}

=== moins_deux ===
9 h 58. La salle est vide. M. Ferrand est derrière son bureau. Lina s’arrête sur le seuil et vous regarde.
+ [« Vas-y, Lina. Tu avais quelque chose à dire à M. Ferrand, je crois. »]
    ~ bureau = false
    Retour: Vous voulez l’aider à commencer, et elle commence. Mais la première phrase est de vous : elle entend un ordre, et lui une excuse soufflée.
    Lina: « Pardon pour l’autre fois. »
    Elle l’a dit au carrelage. La classe arrive.
    -> issue
+ [Vous reculez de trois pas et vous lisez un panneau d’affichage.]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Il ne se passe rien pendant quatre secondes, et elle entre. Ce qu’elle dit est à elle, et ce qu’il répond est à lui.
    Vous n’entendez qu’un mot, « entendu », puis la sonnerie.
    -> issue
+ [Vous entrez avec elle et vous restez entre les deux, pour que ça se passe bien.]
    ~ bureau = false
    Retour: Vous sécurisez. Ils vous regardent, vous, au lieu de se regarder : chacun parle comme on parle devant un témoin.
    M. Ferrand: « Bien. C’est noté. Assieds-toi, Lina. »
    -> issue

=== devant_la_classe ===
10 h. Vous avez eu trente secondes, dans l’escalier, pour la prévenir. Vingt-cinq élèves sont assis. Lina est debout à la porte.
M. Ferrand: « Je crois que Lina a quelque chose à nous dire. »
Lina: « En vrai ? Devant tout le monde ? »
+ [« Allez, Lina, du courage. Une phrase, une seule, et c’est derrière toi pour de bon. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous voulez que ce soit court. Elle entend que vous êtes du côté du public, et joue le rôle jusqu’au bout, en mâchant les mots.
    -> issue
+ [« Monsieur Ferrand, j’aurais dû vous le dire : ça ne se demande pas ici. Assieds-toi, Lina. »]
    ~ prof = prof - 1
    Retour: Vous la sauvez et vous le contredites devant sa classe. Il entend un désaveu, de la bouche de qui avait dit oui dix minutes plus tôt.
    Un sifflement, au fond. M. Ferrand ouvre son cahier sans un mot.
    -> issue
+ [« Monsieur, j’ai dit oui pour elle, et je ne pouvais pas. Plutôt à midi, à votre bureau ? »]
    ~ confiance = MIN(confiance + 1, 4)
    ~ classe = false
    ~ froid = true
    Retour: Vous prenez l’erreur pour vous, devant tous, sans désavouer personne. Elle entend que l’on ne la jette pas ; lui garde son rendez-vous.
    M. Ferrand: « À midi, alors. Va t’asseoir. »
    -> issue

=== porte_ouverte ===
10 h. La classe est déjà assise. Lina est à la porte. Toutes les têtes se tournent.
{ bureau: Vous lui avez proposé le bureau, avant la sonnerie. Elle a secoué la tête. }
Lina: « … Bonjour. »
M. Ferrand: { bonjour: « Bonjour, Lina. » | { prof >= 3: « Bonjour. Ta place est là. » | « Te voilà. Assieds-toi. » } }
+ [« Lina, tu vas t’asseoir et tu ne réponds à rien, quoi qu’on te dise, d’accord ? »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous voulez la protéger d’elle-même. Toute la classe entend qu’elle est dangereuse, et elle aussi.
    -> issue
+ [Vous restez à la porte, sans un mot, jusqu’à ce qu’elle ait sorti son cahier.]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous ne corrigez personne. Votre présence dit aux deux que l’heure commence, et que quelqu’un sait qu’elle a commencé.
    -> issue
+ [« Monsieur Ferrand, je peux vous voir une minute dehors, avant que vous commenciez ? »]
    ~ prof = prof - 1
    Retour: Vous le faites sortir comme on fait sortir un élève. La classe a compris avant lui, et Lina marche jusqu’à sa place sous les regards.
    -> issue

=== issue ===
{
    - classe: -> fin_spectacle
    - sortie && prof < 3: -> fin_sortie
    - travail && prof >= 3 && confiance >= 2: -> fin_question
    - bureau && excuse && prof >= 2 && confiance >= 2: -> fin_phrases
    - prof <= 0 && confiance <= 2: -> fin_sortie
    - confiance <= 1 && not froid: -> fin_sortie
    - else: -> fin_treve
}

=== fin_question ===
À 10 h 12, par la vitre de la porte, vous voyez Lina chercher sa gomme.
{ promis: Elle vous a demandé, en partant, si vous lui aviez parlé de la note. Pas encore. Vous le lui devez. }
Fin: une-question
-> END

=== fin_phrases ===
À 11 h, M. Ferrand vous croise dans l’escalier.
M. Ferrand: « Elle m’a parlé. C’était court. C’était bien. Mais elle n’a rien écrit. »
Fin: deux-phrases
-> END

=== fin_treve ===
À 11 h, Lina passe devant votre porte sans s’arrêter. Elle lève deux doigts, à peine.
{ promis: Vous lui aviez promis de parler de la note. Ce n’est pas fait, et elle n’a pas posé la question. }
Fin: treve
-> END

=== fin_sortie ===
{ sortie:
Lina: « Vous aviez dit que j’avais le droit. »
- else:
Lina: « J’ai rien dit. Je vous jure que j’ai rien dit. Je suis sortie avant. »
}
Fin: vingt-minutes
-> END

=== fin_spectacle ===
Quelqu’un, au fond, applaudit deux fois. M. Ferrand dit à tout le monde de sortir son manuel.
Fin: le-spectacle
-> END
