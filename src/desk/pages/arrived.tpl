<h1>{{#_}}Arrived, to be looked at{{/_}}</h1>
{{#NONE}}<p class="v-text v-gap-5">{{#_}}Nothing waits for you.{{/_}}</p>{{/NONE}}
{{#LIST}}<ul class="v-ledger v-gap-5">{{#ARRIVAL}}<li><h2 class="v-h-small"><a href="{{ADDRESS}}">{{TITLE}}</a></h2><p class="v-meta">{{ORGANISATION}}</p><p class="v-meta"><span class="v-id">{{NUMBER}}</span><br>{{ARRIVED}}</p></li>
{{/ARRIVAL}}</ul>{{/LIST}}
{{#MORE}}<p class="v-more"><a href="{{ADDRESS}}" rel="next">{{#_}}Next page{{/_}}</a></p>{{/MORE}}
