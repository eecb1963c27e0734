<div class="v-preview__mark" role="note"><strong>{{#_}}Rehearsal{{/_}}</strong> <span>{{#_}}This application is made up. Nothing here is real, and nothing is kept.{{/_}}</span> <a href="{{BACK}}">{{#_}}Back to the rehearsal{{/_}}</a></div>
<div class="v-preview v-gap-5">{{>SENT}}</div>
<section class="v-section" aria-labelledby="letters"><h2 id="letters">{{#_}}Letters that were written{{/_}}</h2>{{#LETTER}}
<details class="v-why v-gap-3"><summary>{{SUBJECT}}</summary><p class="v-as-typed v-gap-2" lang="{{LANGUAGE}}">{{TEXT}}</p></details>{{/LETTER}}</section>
