VAR confiance = 2
VAR eliott = 1
VAR phrase = false
VAR tout = false
VAR demission_lancee = false
VAR sorti = false
VAR lycee = false
VAR accompagne = false
VAR fil = false
VAR rendez_vous = false
VAR suite = false
-> avant

=== avant ===
Eliott a sa capuche et son casque autour du cou. Il regarde le téléphone comme une dent à arracher.
Eliott: « Appelez, vous. Moi, je sais pas quoi dire. »
+ [« D’accord. Donne-moi une phrase, je la dis pour toi, et tu m’arrêtes si je la déforme. »]
    Retour: Vous lui enlevez un poids, et sa phrase sera dite. Il entend aussi qu’il restera en dehors ; personne, à 17 ans, n’arrête un adulte au téléphone.
    Eliott: « OK. Dites que je veux bosser dehors. »
    -> accord
+ [« Je compose et je dis qui on est. Après, tu dis une phrase. Une seule, celle que tu veux. »]
    ~ eliott = MIN(eliott + 1, 4)
    ~ phrase = true
    Retour: Vous prenez le plus dur, le numéro et le début. Il entend qu’il a une place dans l’appel, et qu’elle a la taille d’une phrase.
    Eliott: « Une phrase… “Je veux bosser dehors, je veux plus rester assis.” Ça va ? »
    Vous ne corrigez rien.
    -> accord
+ [« Le téléphone, ça s’apprend. C’est toi qui parles, je reste à côté de toi, elle est gentille. »]
    ~ eliott = MAX(eliott - 1, 0)
    Retour: Vous misez sur lui, et vous restez. Il entend une leçon d’autonomie, le matin où il est revenu au bout de trois semaines.
    Eliott: « Mouais. »
    -> accord

=== accord ===
Vous décrochez. Il pose la main sur le fil.
Eliott: « Attendez. Vous allez leur dire quoi, sur moi ? »
+ [« Le strict nécessaire. Tu entendras tout, c’est sur haut-parleur : s’il y a un mot de trop, tu me fais signe. »]
    Retour: Il entendra tout, et c’est honnête. Mais « le nécessaire », c’est vous qui le choisissez ; faire signe à un adulte qui parle, à 17 ans, c’est beaucoup demander.
    Eliott: « Ouais. Bon. »
    -> decroche
+ [« Ce que j’ai le droit de dire : à ton âge, la mission locale contrôle l’obligation de formation. »]
    ~ eliott = MAX(eliott - 1, 0)
    Retour: La mission locale a bien ce rôle, entre 16 et 18 ans. Mais il a demandé ce que l’on dirait de lui ; il entend le mot « contrôle ».
    Eliott: « Genre, des flics ? »
    -> decroche
+ [« Ton prénom, ton âge, ta classe, ce que tu cherches. Le reste, c’est toi qui décides. Tes absences, j’en parle ? »]
    ~ eliott = MIN(eliott + 1, 4)
    ~ suite = true
    Retour: Vous donnez la liste, elle est courte, et vous le laissez trancher sur ce qui fâche. Il entend que « sur moi » veut dire « avec moi ».
    Eliott: « Les absences, vous pouvez. L’embrouille avec le prof d’atelier, non. »
    -> decroche

=== decroche ===
Haut-parleur. Quatre sonneries.
Mme Rahmani: « Mission locale, Mme Rahmani. Faites vite, j’ai quelqu’un dans cinq minutes. »
+ [« Lycée Curie, je fais vite. Eliott est à côté de moi, haut-parleur ouvert : c’est lui qui demande à vous voir. »]
    Retour: Elle sait qui parle, pour qui, et qu’il écoute. Elle entend que vous respectez son temps ; lui, que l’on ne parlera pas dans son dos.
    Mme Rahmani: « Bonjour, Eliott. J’ai quatre minutes. Je vous écoute. »
    -> parole
+ [« Lycée Curie. Cinq minutes, c’est trop court pour lui : dites-moi une heure, cet après-midi, et on rappelle. »]
    Retour: C’est attentif, et elle ne le prend pas mal. Mais cet après-midi, elle reçoit, et Eliott entend que l’on est déjà prêt à raccrocher.
    Mme Rahmani: « Cet après-midi, j’en ai six. Allez-y maintenant. C’est pour qui ? »
    -> gaffe
+ [« Lycée Curie, bonjour. J’ai en face de moi un jeune de 17 ans, absent depuis trois semaines, qui veut arrêter. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: C’est net et complet. Elle entend un signalement de plus dans sa pile ; Eliott, qu’il tient en trois semaines d’absence.
    Mme Rahmani: « J’en ai soixante, comme ça. Celui-là, il s’appelle comment ? »
    -> gaffe

=== parole ===
Eliott regarde ses baskets. Deux secondes. Trois.
+ [« Vas-y, Eliott, c’est important. C’est de ton avenir qu’il s’agit. »]
    ~ eliott = MAX(eliott - 1, 0)
    Retour: Vous voulez l’aider. Il entend que deux adultes attendent, et que la phrase à dire vient de devenir beaucoup plus grande que la sienne.
    Eliott: « … Je sais pas. Je veux arrêter. »
    Mme Rahmani: « Arrêter, d’accord. Pour faire quoi ? … Bon. On verra ensemble. »
    -> dossier
+ [Vous vous taisez, la main ouverte vers le téléphone, et vous comptez jusqu’à dix.]
    ~ eliott = MIN(eliott + 1, 4)
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Dix secondes de silence, c’est très long au téléphone, et Mme Rahmani connaît. Il entend que la place est toujours à lui.
    Eliott: { phrase: « Je veux bosser dehors. Je veux plus rester assis. » | « Je veux… un truc dehors. Pas assis. Voilà. » }
    Mme Rahmani: « Dehors. Ça, c’est une piste. Vous voyez, vous savez le dire. »
    -> dossier
+ [« Il est impressionné, c’est normal. En gros, il voudrait arrêter l’électricité et travailler dehors. »]
    ~ eliott = MAX(eliott - 1, 0)
    Retour: Vous le sauvez de l’embarras, et vous prenez son tour. Elle entend une demande de vous ; lui, qu’il n’a pas su.
    Mme Rahmani: « Ah. Et lui, il en pense quoi ? Bon. »
    -> dossier

=== gaffe ===
Vous dites le prénom, l’âge, la classe. Elle tape.
Mme Rahmani: « Entre nous, il veut vraiment quelque chose, ou c’est le lycée qui veut s’en débarrasser ? »
Eliott lève les yeux vers le haut-parleur.
+ [« C’est lui qui veut. J’ai vérifié avec son père ce matin, et on est tous les trois d’accord. »]
    Retour: C’est exact, et c’est vous qui le dites. Elle entend un lycée qui assure ; lui, assis à côté, attendait que la question lui revienne.
    Mme Rahmani: « Tous les trois. D’accord. »
    -> dossier
+ [Vous coupez le haut-parleur et vous collez le combiné à votre oreille.]
    ~ eliott = MAX(eliott - 1, 0)
    Retour: Vous voulez lui épargner la suite. Il n’a perdu que la voix d’en face : il voit votre visage, et il imagine le reste.
    Vous répondez à mi-voix. Eliott remet son casque sur une oreille.
    -> dossier
+ [« Le haut-parleur est ouvert, madame. Eliott, tu veux lui répondre ? »]
    ~ eliott = MIN(eliott + 1, 4)
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous le dites devant les deux, sans reproche. Elle peut se reprendre sans perdre la face, et lui répondre à la vraie question.
    Mme Rahmani: « Aïe. Bonjour, Eliott. Pardon. »
    Eliott: « Non, c’est moi qui veux. Un truc dehors. »
    -> dossier

=== dossier ===
On entend une porte, derrière elle, et quelqu’un qui demande la photocopieuse.
Mme Rahmani: « Bon. Envoyez-moi son dossier : bulletins, absences, rapports, ce que vous avez. Je regarderai. »
+ [« Tant qu’il est inscrit chez nous, je ne transmets rien. Vous verrez directement avec lui, et avec son père. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Vous protégez Eliott, et vous protégez tout à la fois. Elle entend un mur : elle demandait trop, elle n’aura rien, et il devra tout porter.
    Mme Rahmani: « Rien. Donc je reçois un prénom. »
    -> froid
+ [« Entendu. J’enlève ce qui ne vous sert pas et vous l’avez ce soir : on gagnera trois semaines. »]
    ~ tout = true
    ~ eliott = MAX(eliott - 1, 0)
    Retour: Vous triez, et vous faites gagner du temps. Mais Eliott est encore élève, ni lui ni son père n’ont dit oui aux rapports, et il est assis en face de vous.
    Eliott: « Les rapports aussi ? »
    Mme Rahmani: « Parfait. Il est sorti ou pas ? Parce que s’il est encore inscrit, je ne sais pas où le mettre. »
    -> statut
+ [« Je vous écris sa demande et ce qu’il sait faire, il le relit avec son père. Le reste, il vous le dira. »]
    ~ confiance = MIN(confiance + 1, 4)
    ~ eliott = MIN(eliott + 1, 4)
    Retour: Ce n’est pas un refus, c’est un format, et il lui épargne quarante pages. Lui entend qu’il arrivera là-bas sans ses bulletins devant lui.
    Mme Rahmani: « Si c’est court, je le lirai. Il est sorti ou pas ? Parce que s’il est inscrit, je ne sais pas où le mettre. »
    -> statut

=== statut ===
Eliott vous regarde. C’est la question qu’il n’osait pas poser.
+ [« Vous devez le recevoir : entre 16 et 18 ans, l’obligation de formation, c’est vous qui en répondez. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: La mission locale contrôle bien cette obligation. Mais tant qu’il est élève, c’est d’abord au lycée d’agir : l’argument se retourne, et elle entend un rappel à l’ordre.
    Mme Rahmani: « S’il est scolarisé, il est chez vous. Vous voulez qu’on se lise les textes ? »
    -> rendezvous
+ [« Encore inscrit, et il le reste. S’il faut un cadre, il y a peut-être un TDO : je vois avec ma proviseure, son père et lui. »]
    ~ confiance = MIN(confiance + 1, 4)
    ~ eliott = MIN(eliott + 1, 4)
    Retour: Vous répondez à son problème de case sans déplacer Eliott. Elle connaît le parcours Tous droits ouverts, et vous ne promettez rien ; lui entend que personne ne le pousse dehors.
    Mme Rahmani: « Un TDO, si ça se fait de votre côté, ça, je connais. Et il reste élève chez vous. »
    -> rendezvous
+ [« Pas encore, mais la démission peut être faite cette semaine, avec son père, si ça vous simplifie les choses. »]
    ~ demission_lancee = true
    ~ sorti = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Elle a sa case, et l’appel va plus vite. Eliott vient de perdre son lycée en une demi-phrase, entre deux adultes aimables.
    -> demission

=== froid ===
Mme Rahmani: « Écoutez, je veux bien, mais dans cinq minutes j’aurai oublié le prénom aussi. »
+ [« C’est vrai, c’est trop peu. Eliott, ta demande, et mon nom pour rappeler : je peux lui donner ça ? »]
    ~ confiance = MIN(confiance + 1, 4)
    ~ eliott = MIN(eliott + 1, 4)
    Retour: Vous rouvrez juste ce qu’il faut, et c’est lui qui ouvre. Elle aura de quoi se souvenir de lui.
    Eliott: « Ouais. Et que je veux bosser dehors. »
    Mme Rahmani: « Dehors. Ça, je m’en souviendrai. Il est encore inscrit ? Bon, qu’il le reste. »
    -> rendezvous
+ [« Vous avez raison. Vous aurez lundi un courrier de ma proviseure, avec les pièces autorisées. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Ce sera inattaquable, et lu dans quinze jours. Elle entend que l’on change d’étage ; Eliott, qu’il y en aura pour longtemps.
    Mme Rahmani: « Le courrier, c’est au deuxième. »
    -> rendezvous
+ [« Pardon de vous compliquer la vie. Mais c’est la règle, vous la connaissez comme moi. »]
    Retour: Vous vous excusez et vous ne bougez pas. Elle entend que la règle parle à votre place ; la vraie règle laissait passer ce qu’il accepte.
    Mme Rahmani: « Je la connais. Elle ne m’a jamais empêchée de recevoir quelqu’un. »
    -> rendezvous

=== demission ===
Eliott: « Donc c’est bon, je suis viré ? »
Un blanc, des deux côtés du téléphone.
+ [« Non, Eliott. Tu es inscrit, et tu le restes. Oubliez la démission, madame : on cherche depuis le lycée. »]
    ~ sorti = false
    ~ eliott = MIN(eliott + 1, 4)
    Retour: La phrase est reprise devant les deux. Elle perd sa case et gagne quelqu’un de fiable ; lui entend qu’un adulte peut revenir en arrière pour lui.
    Mme Rahmani: « Je préfère, à vrai dire. Un TDO, alors. »
    -> rendezvous
+ [« Mais non, pas viré : c’est toi qui démissionnes, avec la signature de ton père. Ce n’est pas une sanction. »]
    ~ eliott = MAX(eliott - 1, 0)
    Retour: La nuance est exacte, et il faut bien la signature d’un parent. Il entend surtout « oui ».
    Eliott: « D’accord. Viré poliment. »
    -> rendezvous
+ [« Pardon, c’est sorti trop vite. On en reparle à midi, toi et moi. Là, il nous faut une date. »]
    ~ eliott = MAX(eliott - 1, 0)
    Retour: Vous vous excusez, et la date compte. Mais il vient de demander s’il appartenait encore à quelque chose, et il entend que l’on verra.
    Il remet sa capuche.
    -> rendezvous

=== rendezvous ===
On frappe, là-bas.
Mme Rahmani: « Je n’ai plus rien avant trois semaines. Donnez-lui l’adresse, qu’il passe à l’accueil, on le rappellera. »
+ [« Alors prenons votre date, dans trois semaines : mieux vaut un vrai rendez-vous qu’un passage à l’accueil. »]
    Retour: C’est raisonnable, et elle vous en sait gré. Eliott entend trois semaines ; il en a déjà disparu trois sans que le ciel tombe.
    Mme Rahmani: « Le 16, à 9 h 30, alors. Je vous envoie la confirmation. »
    -> attente
+ [« Dix minutes, même debout, même entre deux, d’ici mardi. Après, on prend votre date à vous. »]
    ~ rendez_vous = true
    Retour: Vous ne demandez pas une place, mais dix minutes. Elle peut les trouver sans voler personne, et il aura vu un visage avant d’attendre.
    Mme Rahmani: « Dix minutes… Mardi, 14 h. Et il aura quand même le 16 en vrai. »
    -> trajet
+ { confiance >= 3 } [« Le jeudi, vous êtes chez nous pour les terminales. Il peut vous voir cinq minutes, à la fin ? »]
    ~ lycee = true
    ~ rendez_vous = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Cinq minutes, dans un lieu où elle vient déjà. Elle n’a rien à caser, et il connaît le couloir.
    Mme Rahmani: « Jeudi, midi moins cinq, salle des permanences. Il me reconnaîtra : je mange debout. »
    -> trajet
+ [« Dans ce cas, je vais devoir saisir votre direction. Trois semaines, pour un mineur, ce n’est pas tenable. »]
    ~ confiance = MAX(confiance - 1, 0)
    Retour: Sur le fond, vous n’avez pas tort. Elle entend qu’elle est le problème, elle qui a décroché ; Eliott, que l’on se dispute à cause de lui.
    -> psad

=== trajet ===
Vous écrivez le jour sur un papier. Eliott le plie en quatre.
Eliott: « { lycee: La salle des permanences, c’est celle où ils rentrent tous ? | C’est où, en fait ? } »
+ { not lycee } [« Je te note l’adresse, la ligne de bus et l’étage. Tu ne peux pas te tromper. »]
    ~ eliott = MAX(eliott - 1, 0)
    Retour: Tout y est, sauf ce qu’il demandait. Il sait lire un plan ; il entend qu’il sera seul devant la porte.
    -> apres
+ { lycee } [« Au bout du couloir, à gauche. Tu ne peux pas te tromper, il y a une affiche. »]
    ~ eliott = MAX(eliott - 1, 0)
    Retour: Il connaît le couloir. Il entend qu’il devra y passer devant les autres, un jour où il n’était pas censé être là.
    -> apres
+ [« Tu veux que je vienne ? Juste le début, et je m’en vais quand tu me fais signe. »]
    ~ accompagne = true
    ~ eliott = MIN(eliott + 1, 4)
    Retour: Vous proposez, et il tient la télécommande. Il entend que l’on ne le conduit pas : on passe la porte avec lui.
    Eliott: « Juste le début, alors. »
    -> apres
+ [« Tu as 17 ans, tu vas te débrouiller très bien. C’est aussi ça, montrer ta motivation. »]
    ~ eliott = MAX(eliott - 1, 0)
    Retour: Vous misez sur sa fierté. Il entend un examen d’entrée, le jour où il n’est sûr de rien.
    Eliott: « Ouais, je gère. »
    -> apres

=== attente ===
Il a compté sur ses doigts.
Eliott: « Le 16. C’est dans trois semaines. »
+ [« Ça te laisse le temps de chercher. Note trois métiers dehors qui te plairaient, on en parle le 15. »]
    ~ eliott = MAX(eliott - 1, 0)
    Retour: Il a quelque chose à faire, et c’est une idée. Mais il le fera seul, comme les trois semaines d’avant ; il entend que personne ne l’attend avant le 15.
    -> apres
+ [« D’ici là, deux rendez-vous ici : lundi, on appelle ensemble une entreprise de réseaux ; jeudi, tu me dis. »]
    ~ fil = true
    ~ eliott = MIN(eliott + 1, 4)
    Retour: Les trois semaines ont maintenant un lundi et un jeudi. Il entend que le lycée ne l’a pas rangé en attendant.
    Eliott: « Les gars dans la nacelle ? On peut les appeler, eux ? »
    -> apres
+ [« D’ici là, tu es élève : lundi, huit heures, tu reprends les cours, et les absences continuent de compter. »]
    ~ eliott = MAX(eliott - 1, 0)
    Retour: C’est la vérité, et il doit le savoir. Dite seule, elle ressemble à la porte qu’il a déjà prise il y a trois semaines.
    -> apres

=== psad ===
Le ton change.
Mme Rahmani: « Saisissez qui vous voulez. La PSAD se réunit le 10, ils regarderont. Moi, j’ai quelqu’un à recevoir. »
+ [« Vous avez raison, ce n’est pas contre vous. J’inscris Eliott à la PSAD du 10. Bonne journée. »]
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous baissez d’un cran, et elle l’entend. C’est une voie prévue, et son nom sera lu. Mais le 10, des adultes parleront de lui ; lui n’aura encore vu personne.
    Mme Rahmani: « Merci. Bonne journée à tous les deux. »
    -> issue
+ [« Et au CIO, qui pourrait le recevoir avant le 10 ? Je viendrais avec lui. »]
    ~ fil = true
    ~ confiance = MIN(confiance + 1, 4)
    Retour: Vous baissez d’un cran et vous changez de porte. Elle entend une question à laquelle elle sait répondre, et la plateforme a deux entrées.
    Mme Rahmani: « Demandez M. Lecoq, de ma part. Il reçoit le lundi. Et rappelez-moi après, d’accord ? »
    -> issue
+ [« Pardon, Eliott. On va chercher autrement, et je te tiens au courant dès que j’ai du nouveau. »]
    ~ eliott = MAX(eliott - 1, 0)
    Retour: Vous vous tournez vers lui, et c’est juste. Mais « du nouveau » n’a ni jour ni nom : il repart comme il est venu. Mme Rahmani, elle, a raccroché.
    -> issue

=== apres ===
{ demission_lancee: -> issue }
Mme Rahmani: « Dernière chose, et j’y vais. S’il ne vient pas ? »
+ [« Vous m’appelez, moi, le jour même. Et mercredi, venu ou pas, je le vois ici. »]
    ~ eliott = MIN(eliott + 1, 4)
    ~ confiance = MIN(confiance + 1, 4)
    ~ fil = true
    Retour: Un rendez-vous manqué ne coupera rien. Elle sait qui rappeler ; lui entend que l’on a prévu qu’il puisse avoir peur.
    Mme Rahmani: « Ça, j’aimerais l’entendre plus souvent. »
    -> issue
+ [« Il viendra. Je l’appelle la veille au soir, et je passe le prendre s’il le faut. »]
    ~ eliott = MAX(eliott - 1, 0)
    Retour: Vous vous engagez, et vous le feriez. Mais Eliott entend que l’on ira le chercher, et qu’il n’est pas prévu qu’il puisse hésiter.
    Eliott ne dit rien. Il regarde par la fenêtre.
    -> issue
+ [« S’il ne vient pas, prévenez-moi dans la semaine. On verra avec son père ce qu’on fait. »]
    ~ eliott = MAX(eliott - 1, 0)
    Retour: C’est prudent, et son père doit savoir. Mais « dans la semaine », c’est tard, et Eliott entend qu’un rendez-vous manqué se réglera sans lui.
    Mme Rahmani: « On n’est pas obligés de commencer par là. »
    -> issue

=== issue ===
{
    - sorti: -> fin_sorti
    - rendez_vous && accompagne && eliott >= 2: -> fin_visage
    - rendez_vous && lycee && eliott >= 3: -> fin_visage
    - rendez_vous: -> fin_porte
    - fil && eliott >= 2: -> fin_fil
    - else: -> fin_adresse
}

=== fin_visage ===
Eliott, à la porte, laisse retomber sa capuche.
Eliott: « Elle a une voix normale, en fait. »
{ tout: Il ajoute que, pour les rapports, il aurait préféré non. Vous écrivez à Mme Rahmani avant midi : sa demande, et rien d’autre. }
Fin: un-visage
-> END

=== fin_porte ===
Eliott met le papier dans sa poche, avec un ticket de bus et un emballage de chewing-gum.
{ tout: Il n’a pas reparlé des rapports. Il n’a plus reparlé du tout. }
Fin: la-porte-vitree
-> END

=== fin_fil ===
{ suite: Avant de partir, Eliott relit ce que vous avez noté de l’appel. Il barre un mot et en ajoute un. | Avant de partir, Eliott demande à voir ce que vous avez noté de l’appel. Vous lui tendez la feuille. }
Fin: un-fil
-> END

=== fin_adresse ===
Eliott remonte sa capuche et met son casque. Par la fenêtre, vous le voyez passer la grille avant la sonnerie.
Fin: une-adresse
-> END

=== fin_sorti ===
Le formulaire est déjà sur l’imprimante. Eliott demande s’il doit rendre sa carte de cantine.
Fin: sorti-trop-tot
-> END
