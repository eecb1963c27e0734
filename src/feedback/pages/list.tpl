<h1>{{#_}}Feedback on accessibility{{/_}}</h1>
<nav class="v-gap-4" aria-label="{{#_}}Filter{{/_}}"><ul class="v-filter">{{#FILTER}}<li><a href="{{ADDRESS}}"{{#HERE}} aria-current="true"{{/HERE}}>{{NAME}}</a></li>{{/FILTER}}</ul></nav>
{{#NONE}}<p class="v-text v-gap-5">{{#_}}There is nothing here.{{/_}}</p>{{/NONE}}
{{#TABLE}}<table class="v-table v-fold v-gap-5"><caption class="ds-sr-only">{{#_}}Feedback, what is due first in front{{/_}}</caption><thead><tr><th scope="col">{{#_}}Number{{/_}}</th><th scope="col">{{#_}}What was told{{/_}}</th><th scope="col">{{#_}}Arrived{{/_}}</th><th scope="col">{{#_}}Answer at the latest{{/_}}</th></tr></thead><tbody>{{#CASE}}
<tr><td class="v-id" data-is="{{#_}}Number{{/_}}">{{NUMBER}}</td><th scope="row"><a href="{{ADDRESS}}">{{TEXT}}</a></th><td data-is="{{#_}}Arrived{{/_}}">{{ARRIVED}}</td><td data-is="{{#_}}Answer at the latest{{/_}}"><span>{{DUE}}<br><span class="v-meta">{{LEFT}}</span></span></td></tr>{{/CASE}}</tbody></table>{{/TABLE}}
{{#MORE}}<p class="v-more"><a href="{{ADDRESS}}" rel="next">{{#_}}Next page{{/_}}</a></p>{{/MORE}}
