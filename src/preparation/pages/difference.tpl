<h1>{{#_}}What differs from the last call{{/_}}</h1>
{{#NO_CALL}}<p class="v-text v-gap-4">{{#_}}There is no call to compare with.{{/_}}</p>{{/NO_CALL}}
{{#LAST}}<p class="v-lead v-gap-3">{{#_}}Compared with:{{/_}} {{NAME}}</p>{{/LAST}}
{{#SAME}}<p class="v-text v-gap-4">{{#_}}Nothing differs.{{/_}}</p>{{/SAME}}
{{#TABLE}}<table class="v-table v-fold v-gap-4"><caption class="ds-sr-only">{{#_}}Values that differ, before and now{{/_}}</caption><thead><tr><th scope="col">{{#_}}What{{/_}}</th><th scope="col">{{#_}}Before{{/_}}</th><th scope="col">{{#_}}Now{{/_}}</th></tr></thead><tbody>{{#DIFFERENCE_ROW}}
<tr><th scope="row">{{LABEL}}</th><td class="v-pre" data-is="{{#_}}Before{{/_}}">{{BEFORE}}{{#NEW}}<span class="v-meta">{{#_}}was not there{{/_}}</span>{{/NEW}}</td><td class="v-pre" data-is="{{#_}}Now{{/_}}">{{AFTER}}{{#GONE}}<span class="v-meta">{{#_}}is gone{{/_}}</span>{{/GONE}}</td></tr>{{/DIFFERENCE_ROW}}</tbody></table>{{/TABLE}}
