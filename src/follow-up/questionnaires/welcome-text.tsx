/** What a young person is told before anything is asked: who reads, what for, and that nothing is due. */
export function WelcomeText({ questions }: { questions: number }) {
  return (
    <>
      <p class="lede">
        {questions} questions courtes, une par page. Il n’y a pas de bonne réponse : dis ce que tu penses
        vraiment.
      </p>
      <dl class="young-told">
        <div>
          <dt>Qui lit mes réponses ?</dt>
          <dd>
            Personne dans ton établissement. L’adulte qui t’a donné le code voit seulement si tu as répondu,
            et quel jour. Tes parents ne les voient pas non plus.
          </dd>
        </div>
        <div>
          <dt>À quoi ça sert ?</dt>
          <dd>
            À savoir si l’aide donnée aux élèves les aide vraiment. Tes réponses sont comptées avec celles
            d’autres élèves.
          </dd>
        </div>
        <div>
          <dt>C’est une note ?</dt>
          <dd>Non. Pas de note, pas de résultat. Personne ne décide rien sur toi avec tes réponses.</dd>
        </div>
        <div>
          <dt>C’est obligatoire ?</dt>
          <dd>
            Non. Tu peux passer une question, faire une pause, ou tout effacer tant que tu n’as pas envoyé.
          </dd>
        </div>
        <div>
          <dt>C’est gardé longtemps ?</dt>
          <dd>
            Sans ton nom, avec le code de ton suivi. Tout s’efface avec ton suivi, au plus tard à la fin de
            l’année scolaire qui suit ton départ.
          </dd>
        </div>
        <div>
          <dt>Et si je ne vais pas bien ?</dt>
          <dd>
            Comme personne ne lit tes réponses, elles ne préviennent personne. Alors appuie sur « Je ne vais
            pas bien », en bas de chaque page : tu verras tout de suite à qui parler.
          </dd>
        </div>
      </dl>
    </>
  );
}
