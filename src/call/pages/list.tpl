<h1>{{#_}}Calls{{/_}}</h1>
<p class="v-lead v-gap-3">{{#_}}In a call, organisations apply for money for projects that carry out the agreement. The city’s share is applied for here.{{/_}}</p>
{{#GROUP}}<section class="v-section v-section--near" aria-labelledby="{{KEY}}"><h2 id="{{KEY}}">{{HEADING}}</h2>
{{#EMPTY}}<p class="v-text v-gap-3">{{TEXT}}</p>{{/EMPTY}}
{{#LIST}}<ul class="v-ledger v-gap-4">
{{#CALL}}<li><h3><a href="{{ADDRESS}}">{{NAME}}</a></h3>{{#OPEN}}<p><strong class="v-strong">{{TIME}}</strong></p>{{/OPEN}}{{#NOT_OPEN}}<p class="v-meta">{{TIME}}</p>{{/NOT_OPEN}}<p class="v-meta">{{WHEN}}</p>{{#POT}}<p class="v-ledger__sum">{{#ABOUT}}<small class="v-meta">{{#_}}about{{/_}}</small> {{/ABOUT}}{{SUM}}<br><span class="v-meta">{{LABEL}}</span></p>{{/POT}}</li>
{{/CALL}}</ul>{{/LIST}}</section>
{{/GROUP}}
<section class="v-section v-section--near" aria-labelledby="follow"><h2 id="follow">{{#_}}Follow the calls{{/_}}</h2>
<p class="v-text v-gap-3">{{#_}}New calls and their dates come to you when you add one of these addresses to your calendar or your news reader. No account is needed.{{/_}}</p>
<ul class="v-bare v-inline v-gap-3"><li><a href="{{CALENDAR}}">{{#_}}Calendar (iCalendar){{/_}}</a></li><li><a href="{{ATOM}}">{{#_}}News feed (Atom){{/_}}</a></li></ul>
<p class="v-meta v-gap-2">{{#_}}For other programs:{{/_}} <a href="{{DATA}}">{{#_}}open data (JSON){{/_}}</a></p></section>
