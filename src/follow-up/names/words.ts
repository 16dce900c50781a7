/** 512 words that a child spells, without accents, so that they are typed alike on any keyboard. */
export const WORDS: readonly string[] = `
  abricot accord acteur agneau aile alarme album algue allumette amande ancre angle animal appareil
  arche argile armoire arrosoir artiste atelier atlas aube auberge avion avoine bagage bague balai
  balcon baleine ballon bambou banane banjo banquise barque barrage bassin berger beurre biche bijou
  billet bison blason blouson bobine boisson bonbon bonnet bosquet botte boucle bougie boule bouquet
  boussole boutique bouton branche brebis bretelle brochet brosse brouette brume bureau cabane
  cabinet cactus cadeau cahier caillou caisse calme camion canard cannelle canot cargo carnet carton
  cascade casque castor cave cerceau cercle cerise chaise chaleur chameau champ chanson chapeau
  chardon chariot charrue chemin chemise chiffon chocolat chorale cigale cigogne cirque ciseau citron
  clairon clavier clocher coffre colibri colline comptoir concert copain coquille corail corde cornet
  costume coton couleur courge couronne coussin couteau crabe crevette crocus croissant cuillere
  culture cumin cygne cymbale dalle dauphin dentelle dessin diamant digue dragon drapeau dune duvet
  domino drap dortoir echarpe eclair ecluse ecran ecume ecureuil eglantine email encens enclume encre
  enfant epaule epingle eponge equipe escalier espace essaim etagere etang etoile eventail facteur
  falaise famille fanfare faucon fauteuil fenouil ferme ficelle figue filet flacon flamme fleuve
  flocon flotte flute foin foret forge fossile fougere foulard fourneau frelon fresque fromage fusain
  fusee galerie galet galop garage gardon gare gateau gazelle geant genou gerbe girafe givre gland
  globe gomme gondole gorille grange granit grappe gravier grenier griffe grillon grotte guepard
  guitare hamac hameau hangar haricot heron hibou histoire hiver homard horloge houblon hublot huile
  huitre indigo insecte iris ivoire jaguar jardin jasmin jonquille journal jungle jupe kayak kimono
  kiosque koala labour lagon laine laitue lande langue lanterne lapin legume lentille lettre levier
  lezard licorne lierre lievre lilas limace linge lion lisiere livre loutre lumiere lunette lustre
  lutin luzerne machine magie maison malle manche mandarine manteau marbre marche marmite marron
  marteau masque matelot melodie melon menthe menuisier merle meteore micro miel mimosa minerai
  miroir moineau moisson montagne mouette moulin mousse mouton muguet musee muscade musique myrtille
  nacelle nappe narcisse navette navire nectar nenuphar nid noisette nuage oasis ocean octave oie
  oignon ombre onde opale opera orage orbite orchestre oreille orge orgue ortie otarie ouragan ourson
  outil palais palette palmier panda panneau papaye papier papillon paquet parapluie parcelle parfum
  parole pastel pavot paysage peinture pelican pelote peniche pensee perdrix perle perroquet peuplier
  phare phoque piano pilote pinceau pingouin pintade pipeau pivoine placard plage plaine planche
  plateau plume poche poireau poisson pollen pomme pompier poney portail potager poterie poulain
  poupee prune puits pupitre pyramide quille radis raisin rameau rampe ravin refuge regate registre
  reine renard reserve rideau rivage riviere rocher romarin rosace roseau rosee ruban ruche ruisseau
  sable sabot saison salade saladier sandale sapin saule saumon savane savon scarabee sentier serrure
  sifflet signal singe sirop soleil sommet sonnette souris source spirale statue sucre tableau
  tabouret talus tambour tapis taureau temple tenaille terrasse thym tigre tilleul timbre tiroir
  toboggan toile tomate tonneau torrent toupie tournesol traineau travail treille tresse triangle
  tricot trompette tronc tulipe tunnel turbine tuyau vague valise vallon vanille vapeur velours
  vendange verger vernis vigne violette violon virgule vitrail voilier volcan voyage wagon yaourt
  zebre
  `
  .trim()
  .split(/\s+/);
