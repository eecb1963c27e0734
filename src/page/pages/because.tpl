<details class="v-why"{{#OPEN}} open{{/OPEN}}><summary>{{#_}}How this sum is made{{/_}}</summary>
<div class="v-because v-because--{{PAYER}}"><table class="v-roll">{{#ROW}}<tr{{#IS_SUM}} class="is-sum"{{/IS_SUM}}><th scope="row">{{LABEL}}{{#DEEPER}}{{>BECAUSE}}{{/DEEPER}}</th><td>{{VALUE}}</td></tr>{{/ROW}}</table>
{{#NOTE}}<p class="v-because__source">{{TEXT}}</p>{{/NOTE}}</div></details>
