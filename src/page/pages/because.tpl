<details class="v-why"{{#OPEN}} open{{/OPEN}}><summary>{{#_}}How this sum is made{{/_}}</summary>
<div class="v-because v-because--{{PAYER}}"><table class="v-roll">{{#ROW}}<tr{{#IS_SUM}} class="is-sum"{{/IS_SUM}}><th scope="row">{{LABEL}}</th><td>{{VALUE}}</td></tr>{{#DEEPER}}<tr><td class="v-roll__deeper" colspan="2">{{>BECAUSE}}</td></tr>{{/DEEPER}}{{/ROW}}</table>
{{#NOTE}}<p class="v-because__source">{{TEXT}}</p>{{/NOTE}}</div></details>
